import type { ContractClause } from "../contract-clause.ts";
import type { ClauseOutcome } from "../contract-report.ts";
import type { Hook } from "../trial/hook.ts";

/**
 * How the process of a plugin ended: by itself once all was tried (`done`); stopped, because something kept it open
 * after that (`open`), because the plugin never let go of it (`blocked`), because one clause took too long
 * (`overrun`), because there was no time left at all (`overdue`); or of the plugin's own doing (`left`).
 */
export type ProcessEnd =
  | { readonly kind: "done" }
  | { readonly kind: "open"; readonly resources: readonly string[] }
  | { readonly kind: "blocked" | "overrun"; readonly afterMs: number }
  | { readonly kind: "overdue" }
  | { readonly kind: "left"; readonly how: string };

/** What the process of one plugin was seen to do. */
export interface SeenProcess {
  readonly outcomes: readonly ClauseOutcome[];
  /** The clause that was being tried when it ended. */
  readonly underWay: ContractClause | undefined;
  /** The hook that had not ended then. */
  readonly calling: Hook | undefined;
  /** Errors that nobody caught. */
  readonly uncaught: readonly string[];
  readonly end: ProcessEnd;
}
