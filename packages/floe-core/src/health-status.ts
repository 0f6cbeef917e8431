/** The three states a health check or a connection probe can answer. */
export type HealthState = "healthy" | "degraded" | "unhealthy";

/** What a plugin's `healthCheck` answers. */
export interface HealthStatus {
  readonly state: HealthState;
  /** One line for people. Default: the empty string. */
  readonly message?: string;
  /** Facts for machines: plain JSON, no secrets. Default: none. */
  readonly details?: Readonly<Record<string, unknown>>;
}
