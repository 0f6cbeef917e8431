import type { PluginType } from "floe-core";
import type { ContractClause } from "../contract-clause.ts";
import type { ClauseOutcome } from "../contract-report.ts";
import type { Hook } from "../trial/hook.ts";

/** One plugin to be tried in a process of its own: JSON. */
export interface PluginJob {
  readonly type: PluginType;
  readonly name: string;
  /** The application in which it is installed. */
  readonly application: string;
  /** The folder of its package, whose package.json declares how it is tried. */
  readonly folder: string;
}

/** What that process tells the one that started it. */
export type PluginMessage =
  /** Every so often: code that never lets go of the process keeps this from being sent. */
  | { readonly kind: "alive" }
  | { readonly kind: "trying"; readonly clause: ContractClause }
  /** A hook of the plugin is being called, or no longer. */
  | { readonly kind: "calling"; readonly hook: Hook | null }
  | { readonly kind: "outcome"; readonly outcome: ClauseOutcome }
  /** An error that nobody caught. */
  | { readonly kind: "uncaught"; readonly reason: string }
  /** All was tried; the process ends now, if it is let. */
  | { readonly kind: "done" }
  /** It has not ended yet, and these keep it. */
  | { readonly kind: "open"; readonly resources: readonly string[] }
  /** It could not be tried at all. */
  | { readonly kind: "refused"; readonly reason: string };
