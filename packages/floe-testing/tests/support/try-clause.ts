import { FLOE_PLUGIN_API_VERSION, PluginType, type StaticPluginEntry, type StaticPluginTable } from "floe-core";
import type { ContractClause } from "../../src/contract/contract-clause.ts";
import { contractClauses } from "../../src/contract/contract-clauses.ts";
import type { ContractDeclaration } from "../../src/contract/contract-options.ts";
import type { ClauseOutcome } from "../../src/contract/contract-report.ts";
import { ContractRun } from "../../src/contract/contract-run.ts";
import { normalDeclaration } from "../../src/contract/normal-declaration.ts";
import type { ContractSubject } from "../../src/contract/subject/contract-subject.ts";
import { tableSubject } from "../../src/contract/subject/table-subject.ts";
import { Trial } from "../../src/contract/trial/trial.ts";

/** Short, and still long enough for whatever ends at once, on a busy machine too. */
export const LIMITS = { callMs: 500, signalMs: 150 };

type Load = StaticPluginEntry["load"];

/** A compute plugin "mine", of this class. */
export function subjectOf(load: Load, entry: Partial<StaticPluginEntry> = {}, dependencies?: StaticPluginTable): ContractSubject {
  const whole = { load, version: "1.0.0", apiVersion: FLOE_PLUGIN_API_VERSION, ...entry };
  return tableSubject({ type: PluginType.COMPUTE, name: "mine", entry: whole, dependencies });
}

/** A run of all clauses of compute plugins. */
export function runOf(load: Load, declaration: ContractDeclaration = {}): ContractRun {
  const normal = normalDeclaration({ ...declaration, limits: LIMITS });
  return new ContractRun(subjectOf(load), normal, contractClauses(PluginType.COMPUTE));
}

/** How one clause ends, after those that it comes after. */
export async function tryClause(
  id: ContractClause,
  load: Load,
  declaration: ContractDeclaration = {},
): Promise<Pick<ClauseOutcome, "result" | "reason">> {
  const run = runOf(load, declaration);
  const clause = run.clauses.find((one) => one.id === id);
  if (clause === undefined) throw new Error(`there is no clause ${id}`);
  const { result, reason } = await run.outcome(clause);
  return { result, reason };
}

/** Looks at something in a trial, which is over afterwards. */
export async function inTrial<Seen>(
  subject: ContractSubject,
  look: (trial: Trial) => Promise<Seen>,
  declaration: ContractDeclaration = {},
): Promise<Seen> {
  const trial = new Trial(subject, normalDeclaration({ ...declaration, limits: LIMITS }));
  try {
    return await look(trial);
  } finally {
    await trial.end();
  }
}
