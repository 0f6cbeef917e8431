import { reasonOf } from "floe-core";
import { ContractBreach, NotTried } from "../contract-breach.ts";
import type { ContractClause } from "../contract-clause.ts";
import type { ClauseOutcome, ClauseResult } from "../contract-report.ts";
import { ContractSetupError } from "../contract-setup-error.ts";
import type { PackageUnderTest, WholePackageClause } from "./whole-package-clause.ts";

/** Clauses that are declared not to be kept, each with the reason. */
export type Skips = Readonly<Partial<Record<ContractClause, string>>>;

/** What is tried, and who stops it. */
export interface PackageRunOptions {
  readonly skip: Skips;
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal;
  /** Is told of each clause as it ends. */
  readonly onOutcome: (outcome: ClauseOutcome) => void;
}

/**
 * Tries what a package promises as a whole, one clause after another.
 *
 * @throws ContractSetupError if it cannot be installed here; the signal's reason.
 */
export async function runPackageClauses(
  clauses: readonly WholePackageClause[],
  tested: PackageUnderTest,
  { skip, signal, onOutcome }: PackageRunOptions,
): Promise<readonly ClauseOutcome[]> {
  const outcomes: ClauseOutcome[] = [];
  for (const clause of clauses) {
    const began = performance.now();
    const [result, reason] = await judge(clause);
    signal.throwIfAborted();
    const durationMs = Math.round(performance.now() - began);
    const outcome = Object.freeze({ clause: clause.id, title: clause.title, result, reason, durationMs });
    outcomes.push(outcome);
    onOutcome(outcome);
  }
  return outcomes;

  async function judge(clause: WholePackageClause): Promise<readonly [ClauseResult, string]> {
    const declared = skip[clause.id];
    if (declared !== undefined) return ["skipped", declared];
    const lost = outcomes.find(({ clause: id, result }) => isLost(result) && clause.after.some((before) => before === id));
    if (lost !== undefined) return ["untried", `see ${lost.clause}`];
    try {
      await clause.check(tested);
      return ["kept", ""];
    } catch (error) {
      if (error instanceof ContractSetupError) throw error;
      if (error instanceof NotTried) return ["untried", error.message];
      return ["broken", error instanceof ContractBreach ? error.message : `It ended with an error: ${reasonOf(error)}`];
    }
  }
}

function isLost(result: ClauseResult): boolean {
  return result === "broken" || result === "untried";
}
