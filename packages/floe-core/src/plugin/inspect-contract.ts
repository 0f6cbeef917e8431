import type { ContractViolation } from "../errors/plugin-contract-error.ts";
import { isPluginError, reasonOf } from "../errors/plugin-error.ts";
import { isPluginName } from "../plugin-key.ts";
import { typeName } from "../text/type-name.ts";
import { isSemver } from "../version/is-semver.ts";
import { tryParseApiVersion } from "../version/parse-api-version.ts";
import { isPluginDependency } from "./is-plugin-dependency.ts";
import { isImplemented, readPluginBrand } from "./plugin-brand.ts";
import type { PluginDependency } from "./plugin-dependency.ts";
import type { PluginIdentity } from "./plugin-host-slot.ts";
import type { MemberKind, PluginTypeDefinition } from "./plugin-type-definition.ts";

/** Members of the common base that may be overridden, but only by a function. */
const BASE_HOOKS = ["getConfigSchema", "configure", "startup", "shutdown", "healthCheck"] as const;

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
  const violations: ContractViolation[] = [];
  const add = (violation: ContractViolation | undefined): void => {
    if (violation !== undefined) violations.push(violation);
  };
  for (const [member, kind] of Object.entries(definition.required)) add(inspectMember(plugin, member, kind, true));
  for (const [member, kind] of Object.entries(definition.optional ?? {})) add(inspectMember(plugin, member, kind, false));
  const then = read(plugin, "then");
  if ("failure" in then || typeof then.value === "function") {
    // Whoever awaits the plugin would wait for this member instead.
    add({ rule: "promise-like", member: "then", expected: "nothing: it makes the plugin look like a promise", found: "a member" });
  }
  for (const member of BASE_HOOKS) {
    if (!Object.hasOwn(definition.required, member)) add(inspectMember(plugin, member, "function", false));
  }
  add(inspectValue(plugin, "name", "a lower-case name of at most 64 characters", isPluginName, identity?.name));
  add(inspectValue(plugin, "version", "a semantic version", isSemver, identity?.version));
  add(inspectValue(plugin, "floeApiVersion", "an API version such as 1.0", isApiVersion, identity?.floeApiVersion, sameApi));
  add(inspectValue(plugin, "description", "a string", isString, undefined));
  add(inspectValue(plugin, "dependencies", "a list of dependencies", isDependencies, identity?.dependencies, sameList));
  return violations;
}

function isOfGroup(plugin: unknown, group: string): plugin is object {
  return readPluginBrand(plugin)?.group === group;
}

function inspectMember(
  plugin: object,
  member: string,
  kind: MemberKind,
  required: boolean,
): ContractViolation | undefined {
  const expected = kind === "object" ? "an object" : `a ${kind}`;
  if (!isImplemented(plugin, member)) return required ? { rule: "missing", member, expected, found: "nothing" } : undefined;
  const value = read(plugin, member);
  if ("failure" in value) return { rule: "readable", member, expected, found: `a getter that throws: ${value.failure}` };
  if (typeName(value.value) === kind || (value.value === undefined && !required)) return undefined;
  const isAbsent = value.value === undefined || (value.value === null && required);
  const found = value.value === undefined ? "nothing" : typeName(value.value);
  return { rule: isAbsent ? "missing" : "kind", member, expected, found };
}

/** Checks an identity member: well formed and, if the manifest states it too, in agreement with it. */
function inspectValue<Value>(
  plugin: object,
  member: string,
  expected: string,
  isValid: (value: unknown) => value is Value,
  stated: Value | undefined,
  agree: (value: Value, stated: Value) => boolean = Object.is,
): ContractViolation | undefined {
  const value = read(plugin, member);
  if ("failure" in value) return { rule: value.isUnstated ? "missing" : "readable", member, expected, found: value.failure };
  if (!isValid(value.value)) return { rule: "form", member, expected, found: show(value.value) };
  if (stated === undefined || agree(value.value, stated)) return undefined;
  return { rule: "agreement", member, expected: `${show(stated)}, as the manifest states`, found: show(value.value) };
}

type Reading = { readonly value: unknown } | { readonly failure: string; readonly isUnstated: boolean };

function read(plugin: object, member: string): Reading {
  try {
    return { value: Reflect.get(plugin, member) };
  } catch (error) {
    // The base class's own getters say so where neither the class nor its manifest states the member.
    return { failure: reasonOf(error), isUnstated: isPluginError(error) && error.code === "FLOE_PLUGIN_CONTRACT" };
  }
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
  return Array.isArray(value) && Array.from<unknown>(value).every(isPluginDependency);
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
