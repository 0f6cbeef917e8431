import type { DiscoveryChanges, DiscoveryReport } from "../discovery/discovery-report.ts";
import type { PluginErrorJson } from "../errors/plugin-error.ts";
import type { HealthState, HealthStatus } from "../health-status.ts";
import type { PluginKey } from "../plugin-key.ts";
import type { PluginState } from "./plugin-state.ts";

/** How one plugin came out of an operation on many. */
export interface PluginReport {
  readonly key: PluginKey;
  /** Its state when the report was made. */
  readonly state: PluginState;
  readonly durationMs: number;
  /** The failed dependency at the root, for a blocked plugin. */
  readonly blockedBy?: PluginKey;
  readonly error?: PluginErrorJson;
}

/** What every report holds. Plain JSON. */
export interface OperationReport<Entry extends PluginReport = PluginReport> {
  readonly ok: boolean;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly plugins: readonly Entry[];
}

/** How starting went: in dependency order, then what could not be ordered. `ok`: everything selected is active. */
export type ActivationReport = OperationReport;

/** How stopping went, in the order of stopping. `ok`: nothing threw or overran. */
export type ShutdownReport = OperationReport;

/** How one plugin is. */
export interface PluginHealthReport extends PluginReport {
  /** `message` and `details` are always there. */
  readonly status: Required<HealthStatus>;
  /** The plugin at the root of its trouble, if that is another one. */
  readonly rootCause?: PluginKey;
}

/** How everything is, by key. `ok`: `overall` is healthy. */
export interface HealthReport extends OperationReport<PluginHealthReport> {
  /** The worst state among the active, the failed and the blocked; healthy if there are none. */
  readonly overall: HealthState;
}

/** What a second look at the disk found, and how that differs from the first. */
export interface RediscoveryReport extends DiscoveryReport {
  /** What is known now and was not, and so on. Loaded plugins stay as they are even when listed here. */
  readonly changes: DiscoveryChanges;
}
