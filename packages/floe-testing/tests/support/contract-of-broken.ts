import type { BrokenPlugin } from "../../src/broken/broken-plugin.ts";
import { contractClauses } from "../../src/contract/contract-clauses.ts";
import type { ContractReport } from "../../src/contract/contract-report.ts";
import { ContractRun } from "../../src/contract/contract-run.ts";
import { normalDeclaration } from "../../src/contract/normal-declaration.ts";
import { tableSubject } from "../../src/contract/subject/table-subject.ts";

/** Shorter than a plugin's author gets, and long enough for a hook that ends to be told from one that does not. */
const LIMITS = { callMs: 1000, signalMs: 300 };

/** What the contract suite finds of a broken plugin that is a class. */
export async function contractOfBroken(plugin: BrokenPlugin): Promise<ContractReport> {
  const { type, name, source, config, invalid, unreachable, samples, secret, cleanUp } = plugin;
  if (source.kind !== "entry") throw new Error("only classes can be tried without files");
  const secrets = secret === undefined ? [] : [secret];
  const declaration = normalDeclaration({
    valid: config ?? {},
    invalid: invalid ?? [],
    ...(unreachable === undefined ? {} : { unreachable }),
    ...(samples === undefined ? {} : { samples }),
    secrets,
    limits: LIMITS,
  });
  try {
    return await new ContractRun(tableSubject({ type, name, entry: source.entry }), declaration, contractClauses(type)).report();
  } finally {
    cleanUp?.();
  }
}

/** The clauses that a report says are broken, sorted. */
export function brokenClauses({ clauses }: ContractReport): readonly string[] {
  return clauses.filter(({ result }) => result === "broken").map(({ clause }) => clause).sort();
}
