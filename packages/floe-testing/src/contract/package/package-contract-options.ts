import type { PluginKey } from "floe-core";
import type { ClauseOutcome } from "../contract-report.ts";

/** How a package is tried. Every option has a default. */
export interface PackageContractOptions {
  /** For everything, in milliseconds. Default: 22,000, so that a command with it is done within 25 seconds. */
  readonly limitMs?: number;
  /** Gives it up: what was started is stopped, what was written is removed. */
  readonly signal?: AbortSignal;
  /** Is told of each clause as it ends; `plugin` is undefined for those of the package as a whole. */
  readonly onOutcome?: (outcome: ClauseOutcome, plugin: PluginKey | undefined) => void;
}
