import type { ContractViolation } from "../errors/plugin-contract-error.ts";
import { isPluginError, reasonOf } from "../errors/plugin-error.ts";
import { isPluginName } from "../plugin-key.ts";
import { typeName } from "../text/type-name.ts";
import { isSemver } from "../version/is-semver.ts";
import { tryParseApiVersion } from "../version/parse-api-version.ts";
import { isPluginDependency } from "./is-plugin-dependency.ts";
import { inspectMembers, type Inspected } from "./inspect-members.ts";
import { readPluginBrand } from "./plugin-brand.ts";
import type { PluginDependency } from "./plugin-dependency.ts";
import type { PluginIdentity } from "./plugin-host-slot.ts";
import type { PluginTypeDefinition } from "./plugin-type-definition.ts";

/**
 * Every way in which `plugin` fails its type's contract; empty if it keeps it. Calls none of its methods,
 * but reads its members, so getters run; a getter that throws is a violation like any other.
 *
 * @param identity what the manifest says; undefined for a plugin that states everything itself.
 */
export function inspectContract(
  plugin: unknown,
  definition: PluginTypeDefinition,
  identity: PluginIdentity | undefined,
): readonly ContractViolation[] {
  if (!isOfGroup(plugin, definition.group)) {
    const brand = readPluginBrand(plugin);
    const found = brand === undefined ? `${typeName(plugin)} that extends none` : `one for "${brand.group}"`;
    return [{ rule: "type", member: "", expected: `an instance of floe-core's class for "${definition.group}"`, found }];
  }
  let all = inspectMembers(plugin, definition);
  all = plus(all, inspectThen(plugin));
  all = plus(all, inspectValue(plugin, "name", "a lower-case name of at most 64 characters", isPluginName, identity?.name));
  all = plus(all, inspectValue(plugin, "version", "a semantic version", isSemver, identity?.version));
  all = plus(all, inspectValue(plugin, "floeApiVersion", "an API version such as 1.0", isApiVersion, identity?.floeApiVersion, sameApi));
  all = plus(all, inspectValue(plugin, "description", "a string", isString, undefined));
  return plus(all, inspectValue(plugin, "dependencies", "a list of dependencies", isDependencies, identity?.dependencies, sameList));
}

function plus(violations: readonly ContractViolation[], another: ContractViolation | undefined): readonly ContractViolation[] {
  return another === undefined ? violations : [...violations, another];
}

function isOfGroup(plugin: unknown, group: string): plugin is Inspected {
  return readPluginBrand(plugin)?.group === group;
}

/** Whoever awaits a plugin would wait for a member `then` instead. */
function inspectThen(plugin: Inspected): ContractViolation | undefined {
  try {
    if (typeof plugin.then !== "function") return undefined;
  } catch {
    // It is there, whatever it would answer.
  }
  const expected = "nothing: it makes the plugin look like a promise";
  return { rule: "promise-like", member: "then", expected, found: "a member" };
}

/** Checks an identity member: well formed and, if the manifest states it too, in agreement with it. */
function inspectValue<Value>(
  plugin: Inspected,
  member: string,
  expected: string,
  isValid: (value: unknown) => value is Value,
  stated: Value | undefined,
  agree: (value: Value, stated: Value) => boolean = Object.is,
): ContractViolation | undefined {
  let value: unknown;
  try {
    value = plugin[member];
  } catch (error) {
    // The base class's own getters say so where neither the class nor its manifest states the member.
    const isUnstated = isPluginError(error) && error.code === "FLOE_PLUGIN_CONTRACT";
    return { rule: isUnstated ? "missing" : "readable", member, expected, found: reasonOf(error) };
  }
  if (!isValid(value)) return { rule: "form", member, expected, found: show(value) };
  if (stated === undefined || agree(value, stated)) return undefined;
  return { rule: "agreement", member, expected: `${show(stated)}, as the manifest states`, found: show(value) };
}

function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 80));
  return Array.isArray(value) ? `[${Array.from(value, showDependency).join(", ")}]`.slice(0, 200) : typeName(value);
}

/** What is no dependency may be anything, and JSON cannot show everything. */
function showDependency(value: unknown): string {
  return isPluginDependency(value) ? JSON.stringify(value) : typeName(value);
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isApiVersion(value: unknown): value is string {
  return tryParseApiVersion(value) !== undefined;
}

function sameApi(one: string, other: string): boolean {
  const [a, b] = [tryParseApiVersion(one), tryParseApiVersion(other)];
  return a?.major === b?.major && a?.minor === b?.minor;
}

function isDependencies(value: unknown): value is readonly PluginDependency[] {
  if (!Array.isArray(value)) return false;
  // By index: array methods skip holes.
  for (let index = 0; index < value.length; index += 1) if (!isPluginDependency(value[index])) return false;
  return true;
}

/** Equal as sets: neither the order of dependencies nor the way in which each is written means anything. */
function sameList(one: readonly PluginDependency[], other: readonly PluginDependency[]): boolean {
  return canonical(one) === canonical(other);
}

function canonical(list: readonly PluginDependency[]): string {
  const texts = list.map((one) => {
    const { type, name = "", version = "", optional = false } = typeof one === "string" ? { name: one } : one;
    const key = type === undefined || name === "" ? name : `${type}:${name}`;
    return JSON.stringify([key, key === "" ? type : "", version, optional]);
  });
  return [...new Set(texts)].sort().join();
}
