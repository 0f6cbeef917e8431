import { silentLogger } from "floe-core";
import { ContractSetupError } from "../contract-setup-error.ts";
import type { ContractSubject } from "./contract-subject.ts";

/**
 * @throws ContractSetupError unless something stands in for each plugin that the subject cannot do without. A suite
 * that began all the same would blame the plugin for what its test left out.
 */
export function ensureResolved(subject: ContractSubject): void {
  const registry = subject.open({ cwd: process.cwd(), logger: silentLogger, limitMs: 1 });
  const { missing, ambiguous, versionConflicts } = registry.resolve([subject.key]);
  const problems = [
    // What nobody asks for is the subject itself: that discovery refuses it is a matter of its own clause.
    ...missing.filter(({ plugin }) => plugin !== undefined).map(({ dependency }) => `nothing stands in for ${dependency}`),
    ...ambiguous.map(({ dependency, candidates }) => `${dependency} may be ${candidates.join(" or ")}`),
    // A range that nobody can read is the plugin's own mistake.
    ...versionConflicts
      .filter(({ reason }) => reason === undefined)
      .map(({ dependency, range, found }) => `${dependency} is there in version ${found}, not ${range}`),
  ];
  if (problems.length === 0) return;
  throw new ContractSetupError(problems.join("; "), "State what stands in for the plugin's dependencies as `dependencies`.");
}
