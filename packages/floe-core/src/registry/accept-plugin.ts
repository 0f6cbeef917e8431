import type { EntryPoint } from "../discovery/entry-point.ts";
import { PluginContractError, type ContractViolation } from "../errors/plugin-contract-error.ts";
import { isPluginError, reasonOf } from "../errors/plugin-error.ts";
import { PluginIncompatibleError } from "../errors/plugin-incompatible-error.ts";
import { inspectContract } from "../plugin/inspect-contract.ts";
import { hostSlot, type PluginIdentity } from "../plugin/plugin-host-slot.ts";
import type { PluginDependency } from "../plugin/plugin-dependency.ts";
import type { PluginMetadata } from "../plugin/plugin-metadata.ts";
import type { PluginTypeDefinition } from "../plugin/plugin-type-definition.ts";
import { checkCompatibility } from "../version/check-compatibility.ts";
import type { PluginRecord } from "./plugin-record.ts";
import type { RegistryContext } from "./registry-context.ts";

const FROZEN: ContractViolation = { rule: "extensible", member: "", expected: "an object that can be extended", found: "a frozen or sealed one" };

/**
 * Checks an instance against its type's contract, with the identity from its manifest handed in if it has one.
 *
 * @throws PluginContractError with every violation, or PluginIncompatibleError.
 */
export function acceptPlugin(
  record: PluginRecord,
  plugin: unknown,
  context: RegistryContext,
  entryPoint: EntryPoint | undefined,
): PluginMetadata {
  try {
    return accept(record, plugin, context, entryPoint);
  } catch (error) {
    if (isPluginError(error)) throw error;
    // A proxy, or a getter that answers differently each time, can make any look at it fail.
    const found = reasonOf(error);
    const violations: ContractViolation[] = [{ rule: "readable", member: "", expected: "an object whose members can be read", found }];
    throw new PluginContractError({ plugin: record.key, verb: verbFor(entryPoint), violations });
  }
}

function accept(
  record: PluginRecord,
  plugin: unknown,
  context: RegistryContext,
  entryPoint: EntryPoint | undefined,
): PluginMetadata {
  const verb = verbFor(entryPoint);
  // No record is made for a type that the registry does not know.
  const definition = context.store.types.get(record.type) as PluginTypeDefinition;
  const identity = entryPoint === undefined ? undefined : identityOf(entryPoint);
  // A constructor can return a promise. It is refused; without this, its failure would end the process.
  if (plugin instanceof Promise) plugin.catch(() => undefined);
  if (typeof plugin === "object" && plugin !== null) {
    if (!Object.isExtensible(plugin)) throw new PluginContractError({ plugin: record.key, verb, violations: [FROZEN] });
    if (identity !== undefined) hostSlot(plugin).identity = identity;
  }
  const violations = inspectContract(plugin, definition, identity);
  if (violations.length > 0) throw new PluginContractError({ plugin: record.key, verb, violations });
  const accepted = plugin as PluginMetadata;
  const { version, floeApiVersion: apiVersion, description } = accepted;
  if (entryPoint?.apiVersion === undefined) refuseIncompatible(record, apiVersion, context);
  // The list is frozen where it is handed out: most are never shown, and freezing ten thousand takes a millisecond or two.
  record.facts = { version, apiVersion, description, dependencies: accepted.dependencies.map(copyOf) };
  return accepted;
}

function verbFor(entryPoint: EntryPoint | undefined): string {
  return entryPoint === undefined ? "register" : "load";
}

/** @throws PluginIncompatibleError unless a plugin built for `apiVersion` fits this platform. */
export function refuseIncompatible(record: PluginRecord, apiVersion: string, context: RegistryContext): void {
  const { compatible, reason, upgrade } = checkCompatibility(apiVersion, context.apiVersion);
  if (compatible) return;
  throw new PluginIncompatibleError({
    plugin: record.key,
    requiredVersion: apiVersion,
    platformVersion: context.apiVersion,
    upgrade: upgrade ?? "plugin",
    reason,
  });
}

function copyOf(dependency: PluginDependency): PluginDependency {
  return typeof dependency === "string" ? dependency : Object.freeze({ ...dependency });
}

function identityOf(entryPoint: EntryPoint): PluginIdentity {
  return {
    name: entryPoint.name,
    version: entryPoint.package.version,
    floeApiVersion: entryPoint.apiVersion,
    description: entryPoint.description ?? "",
    dependencies: entryPoint.dependencies,
  };
}
