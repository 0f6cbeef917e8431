import type { ComputePlugin } from "./compute-plugin.ts";
import type { LineageBackendPlugin } from "./lineage-backend-plugin.ts";
import type { PluginMetadata } from "./plugin-metadata.ts";

/** How a whole run ended. */
export type RunStatus = "succeeded" | "failed" | "cancelled";

/** How one step ended. */
export type StepStatus = "succeeded" | "failed" | "skipped" | "cancelled";

/** What went wrong in a step: no secrets, no stack. */
export interface StepError {
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** One transform of a run. */
export interface StepResult {
  readonly name: string;
  readonly status: StepStatus;
  readonly durationMs: number;
  /** Rows written; absent for a view and for a step that wrote none. */
  readonly rows?: number;
  readonly error?: StepError;
  /** For a skipped step: the failed or cancelled step at the root. */
  readonly skippedBecauseOf?: string;
}

/** What `run` answers, whichever orchestrator ran it. */
export interface RunResult {
  readonly runId: string;
  readonly status: RunStatus;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** One per selected transform, in dependency order. */
  readonly steps: readonly StepResult[];
}

/** What happens during a run, as it happens. */
export type RunEvent =
  | { readonly type: "run-started"; readonly runId: string; readonly at: string; readonly steps: readonly string[] }
  | { readonly type: "step-started"; readonly runId: string; readonly at: string; readonly step: string }
  | {
      readonly type: "step-finished";
      readonly runId: string;
      readonly at: string;
      readonly step: string;
      readonly durationMs: number;
      readonly rows?: number;
    }
  | {
      readonly type: "step-failed";
      readonly runId: string;
      readonly at: string;
      readonly step: string;
      readonly durationMs: number;
      readonly error: StepError;
    }
  | {
      readonly type: "step-skipped" | "step-cancelled";
      readonly runId: string;
      readonly at: string;
      readonly step: string;
      readonly becauseOf?: string;
    }
  | { readonly type: "run-finished"; readonly runId: string; readonly at: string; readonly status: RunStatus };

/** The platform's selected, started plugins by entry-point group; the first of each is the default. */
export interface SelectedPlugins {
  readonly "floe.computes"?: readonly ComputePlugin[];
  readonly "floe.lineage_backends"?: readonly LineageBackendPlugin[];
  readonly [group: string]: readonly PluginMetadata[] | undefined;
}

/** What `run` is given besides the artifacts. */
export interface RunOptions {
  readonly plugins: SelectedPlugins;
  /** Names of the transforms to run; undefined means all. */
  readonly select?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called for every event, in order; a throw of it is ignored. */
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
  /**
   * Masks every secret that the platform knows of. The platform masks events and results itself; whatever else
   * an orchestrator sends out of the process, lineage for one, has to go through this. Default: nothing to mask.
   */
  readonly redact?: ((text: string) => string) | undefined;
}
