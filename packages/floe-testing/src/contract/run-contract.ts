import type { PluginType, PluginTypes } from "floe-core";
import { checkDeclaration, checkMembers } from "./check-declaration.ts";
import { contractClauses } from "./contract-clauses.ts";
import type { ContractOptions } from "./contract-options.ts";
import type { ContractReport } from "./contract-report.ts";
import { ContractRun } from "./contract-run.ts";
import { normalDeclaration } from "./normal-declaration.ts";
import { createdSubject } from "./subject/created-subject.ts";
import { ensureResolved } from "./subject/ensure-resolved.ts";
import { readDeclaration } from "./subject/manifest-entry.ts";

/**
 * Makes ready what a contract suite does: nothing is tried yet.
 *
 * @throws ContractSetupError if `package` has no such plugin, nothing stands in for what the plugin depends on, or what
 * is declared makes no sense.
 */
export function prepareContract<Type extends PluginType>(type: Type, options: ContractOptions<PluginTypes[Type]>): ContractRun {
  const subject = createdSubject(type, options);
  ensureResolved(subject);
  const declared = options.package === undefined ? {} : readDeclaration(type, options.package, subject.name);
  checkMembers(declared);
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const declaration = { ...declared, ...given };
  const clauses = contractClauses(type);
  checkDeclaration(declaration, clauses);
  return new ContractRun(subject, normalDeclaration(declaration), clauses);
}

/**
 * Tries everything that a plugin of `type` promises, without a test runner, and resolves with what was found.
 *
 * @throws ContractSetupError if `package` has no such plugin, nothing stands in for what the plugin depends on, or what
 * is declared makes no sense.
 * @example
 * ```ts
 * import { PluginType } from "floe-core";
 * import { FakeStorage, runContract } from "floe-testing";
 *
 * const report = await runContract(PluginType.STORAGE, { create: () => new FakeStorage() });
 * console.log(report.ok); // true
 * ```
 */
export async function runContract<Type extends PluginType>(
  type: Type,
  options: ContractOptions<PluginTypes[Type]>,
): Promise<ContractReport> {
  return prepareContract(type, options).report();
}
