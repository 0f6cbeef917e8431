import type { PluginDependency, PluginDependencySpec } from "../../plugin/plugin-dependency.ts";
import { printable, showValue } from "../printable.ts";
import type { Checked } from "../problem.ts";
import { isJsonObject, own, type JsonObject } from "./json-object.ts";

const TEXT_MEMBERS = ["type", "name", "version"] as const;
const MEMBERS: readonly string[] = [...TEXT_MEMBERS, "optional"];

/** Reads what a plugin depends on, frozen; nothing means no dependencies. Version ranges are not judged here. */
export function parsePluginDependencies(value: unknown): Checked<readonly PluginDependency[]> {
  if (value === undefined) return { value: Object.freeze([]) };
  if (!Array.isArray(value)) return refuse("", "an array", showValue(value));
  const dependencies: PluginDependency[] = [];
  for (const [index, item] of value.entries()) {
    const dependency = parseDependency(item, `[${index}]`);
    if (dependency.problem !== undefined) return dependency;
    dependencies.push(dependency.value);
  }
  return { value: Object.freeze(dependencies) };
}

function parseDependency(item: unknown, place: string): Checked<PluginDependency> {
  if (typeof item === "string") {
    return item === "" ? refuse(place, "a plugin's name or key", '""') : { value: item };
  }
  if (!isJsonObject(item)) return refuse(place, "a text or an object", showValue(item));
  const unknown = Object.keys(item).find((key) => !MEMBERS.includes(key));
  if (unknown !== undefined) return refuse(place, `only ${MEMBERS.join(", ")}`, `"${printable(unknown)}"`);
  return parseSpec(item, place);
}

function parseSpec(item: JsonObject, place: string): Checked<PluginDependency> {
  const spec: { -readonly [Member in keyof PluginDependencySpec]: PluginDependencySpec[Member] } = {};
  for (const member of TEXT_MEMBERS) {
    const text = own(item, member);
    if (text === undefined) continue;
    if (typeof text !== "string" || text === "") return refuse(`${place}.${member}`, "a text", showValue(text));
    spec[member] = text;
  }
  const optional = own(item, "optional");
  if (typeof optional === "boolean") spec.optional = optional;
  else if (optional !== undefined) return refuse(`${place}.optional`, "true or false", showValue(optional));
  if (spec.type === undefined && spec.name === undefined) return refuse(place, "a type or a name", "neither");
  return { value: Object.freeze(spec) };
}

function refuse(place: string, expected: string, found: string): Checked<never> {
  return {
    problem: {
      code: "dependencies_invalid",
      expected,
      found,
      reason: `expected ${expected} in dependencies${place}, found ${found}`,
      remedy: 'Write each dependency as "name", "group:name" or { "type", "name", "version", "optional" }.',
    },
  };
}
