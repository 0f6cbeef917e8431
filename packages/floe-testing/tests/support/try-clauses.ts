import type { PluginMetadata, PluginType } from "floe-core";
import type { Clause } from "../../src/contract/clause.ts";
import type { ContractOptions } from "../../src/contract/contract-options.ts";
import { ContractRun } from "../../src/contract/contract-run.ts";
import { normalDeclaration } from "../../src/contract/normal-declaration.ts";
import { createdSubject } from "../../src/contract/subject/created-subject.ts";

/** Short enough for a test, and long enough for whatever ends by itself. */
const LIMITS = { callMs: 500, signalMs: 200 };

/** By clause, `kept`, or how it ended otherwise and why. No clauses but these are tried, whatever they come after. */
export async function tryClauses<Plugin extends PluginMetadata>(
  type: PluginType,
  clauses: readonly Clause<Plugin>[],
  options: ContractOptions,
): Promise<Readonly<Record<string, string>>> {
  const run = new ContractRun(createdSubject(type, options), normalDeclaration({ limits: LIMITS, ...options }), clauses);
  const report = await run.report();
  return Object.fromEntries(
    report.clauses.map(({ clause, result, reason }) => [clause, reason === "" ? result : `${result}: ${reason}`]),
  );
}

/** What `tryClauses` answers if every one of these clauses is kept. */
export function allKept(clauses: readonly Pick<Clause, "id">[]): Readonly<Record<string, string>> {
  return Object.fromEntries(clauses.map(({ id }) => [id, "kept"]));
}
