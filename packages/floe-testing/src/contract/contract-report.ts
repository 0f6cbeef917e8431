import type { PluginKey } from "floe-core";
import type { ContractClause } from "./contract-clause.ts";

/**
 * How a clause ended: `kept`, `broken`, `skipped` (the plugin declared it, or does not offer what it is about), or
 * `untried`, because a clause before it is broken.
 */
export type ClauseResult = "kept" | "broken" | "skipped" | "untried";

/** One clause, tried. */
export interface ClauseOutcome {
  readonly clause: ContractClause;
  /** The promise, as the end of the sentence "The plugin ...". */
  readonly title: string;
  readonly result: ClauseResult;
  /** Why it is not kept; empty if it is. No secrets. */
  readonly reason: string;
  readonly durationMs: number;
}

/** What a contract suite found: plain JSON. */
export interface ContractReport {
  /** No clause is broken. */
  readonly ok: boolean;
  readonly plugin: PluginKey;
  readonly durationMs: number;
  /** In the order in which they were tried. */
  readonly clauses: readonly ClauseOutcome[];
}
