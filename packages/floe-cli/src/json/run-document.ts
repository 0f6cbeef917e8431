import type { ActivationReport, HealthReport, PluginInfo, RunResult, ShutdownReport } from "floe-core";
import type { JsonDocument } from "./json-document.ts";
import { pluginSummary, type PluginSummary } from "./plugin-summary.ts";

/** What `floe run --json` prints. */
export interface RunDocument extends JsonDocument {
  readonly command: "run";
  readonly product: { readonly name: string; readonly file: string; readonly hash: string };
  /** In dependency order. */
  readonly plugins: readonly PluginSummary[];
  /** Not all of it is `ok` where an optional plugin failed. */
  readonly startup: ActivationReport;
  /** As it was before the run. */
  readonly health: HealthReport;
  readonly run: RunResult;
  readonly shutdown: ShutdownReport;
  /** From reading the platform file to the last plugin's stop. */
  readonly durationMs: number;
}

/** What a run came to. */
export interface RunOutcome {
  readonly name: string;
  readonly file: string;
  readonly hash: string;
  readonly plugins: readonly PluginInfo[];
  readonly startup: ActivationReport;
  readonly health: HealthReport;
  readonly run: RunResult;
  readonly shutdown: ShutdownReport;
  readonly durationMs: number;
}

/** The document for a run that came to a result. */
export function runDocument({ name, file, hash, plugins, ...rest }: RunOutcome): RunDocument {
  return {
    version: "1.0",
    command: "run",
    ok: rest.run.status === "succeeded",
    product: { name, file, hash },
    plugins: plugins.map(pluginSummary),
    ...rest,
  };
}
