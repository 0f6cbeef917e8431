import { readPluginBrand } from "../../plugin/plugin-brand.ts";
import { isSemver } from "../../version/is-semver.ts";
import { createEntryPoint } from "../create-entry-point.ts";
import type { FoundEntry } from "../discovery-source.ts";
import { isJsonObject } from "../manifest/json-object.ts";
import { parseEntryDetails } from "../manifest/parse-entry.ts";
import { showValue } from "../printable.ts";
import type { Checked, Problem } from "../problem.ts";

/** Which package a plugin is said to come from if it does not say so itself. */
export interface StaticPackage {
  readonly name: string;
  readonly version: string;
}

/** Reads one plugin of a static table: a class, a function that gets it, or the long form with `load`. */
export function readStaticEntry(type: string, name: string, value: unknown, owner: StaticPackage): Checked<FoundEntry> {
  const form = isFunction(value) ? { load: value } : value;
  if (!isJsonObject(form) || !isFunction(form.load)) return { problem: loadProblem(value) };
  const { load, version = owner.version, package: packageName = owner.name } = form;
  if (!isSemver(version)) return { problem: versionProblem(version) };
  if (typeof packageName !== "string" || packageName === "") return { problem: packageProblem(packageName) };
  const details = parseEntryDetails(form, undefined);
  if (details.problem !== undefined) return details;
  const from = { name: packageName, version, path: "" };
  const entryPoint = createEntryPoint({ ...details.value, type, name, file: "", export: "default", package: from });
  return { value: Object.freeze({ entryPoint, load: isClass(load) ? () => load : load }) };
}

function isFunction(value: unknown): value is () => unknown {
  return typeof value === "function";
}

/** A class cannot be called, and a loader should not be constructed. Classes compiled to functions have the brand. */
function isClass(value: () => unknown): boolean {
  return readPluginBrand(value.prototype) !== undefined || /^class\b/.test(Function.prototype.toString.call(value));
}

function loadProblem(found: unknown): Problem {
  return {
    code: "entry_invalid",
    expected: "a class, a function that gets it, or an object with either as `load`",
    found: showValue(found),
    remedy: "Write { load: () => import(...).then((module) => module.MyPlugin) }, or the class itself.",
  };
}

function versionProblem(found: unknown): Problem {
  return {
    code: "package_version_invalid",
    expected: "a full semver",
    found: showValue(found),
    remedy: 'Write the version in full, for example "0.1.0", or leave it out.',
  };
}

function packageProblem(found: unknown): Problem {
  return {
    code: "package_name_invalid",
    expected: "a package's name",
    found: showValue(found),
    remedy: "Name the package, or leave it out.",
  };
}
