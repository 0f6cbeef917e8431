import type { HealthState } from "../health-status.ts";

/** What `validateConnection` answers, for every plugin type that has one. It never throws for a bad connection. */
export interface ConnectionResult {
  readonly status: HealthState;
  /** How long the probe took, in milliseconds. */
  readonly latencyMs: number;
  /** One line for people, without credentials. */
  readonly message: string;
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
}
