import { isPluginName, pluginKey } from "../../plugin-key.ts";
import { tryParseApiVersion } from "../../version/parse-api-version.ts";
import { createEntryPoint } from "../create-entry-point.ts";
import type { SkippedEntry } from "../discovery-report.ts";
import type { FoundEntry } from "../discovery-source.ts";
import type { EntryPoint } from "../entry-point.ts";
import { isJsonObject } from "../manifest/json-object.ts";
import { parsePluginDependencies } from "../manifest/parse-plugin-dependencies.ts";

/** What a source answered, checked and frozen, except for its preferences. */
export interface ReadFindings {
  readonly entries: readonly FoundEntry[];
  readonly skipped: readonly SkippedEntry[];
  readonly prefer: unknown;
  readonly packagesRead: number;
}

/**
 * Checks what a source answered, which may come from anyone's JavaScript.
 *
 * @throws TypeError that says which part is wrong.
 */
export function readFindings(findings: unknown): ReadFindings {
  if (findings instanceof Promise) {
    // The promise has no one else to handle its rejection, which would end the process.
    findings.catch(() => undefined);
    throw new TypeError("it answered with a promise, and discovery is synchronous");
  }
  if (!isJsonObject(findings)) throw new TypeError("it did not answer with findings");
  const { entries, skipped, prefer, packagesRead } = findings;
  if (!Array.isArray(entries)) throw new TypeError("its `entries` is no array");
  if (!Array.isArray(skipped)) throw new TypeError("its `skipped` is no array");
  if (typeof packagesRead !== "number") throw new TypeError("its `packagesRead` is no number");
  // Unlike `map`, this does not pass over holes.
  return { entries: Array.from(entries, copyEntry), skipped: Array.from(skipped, copyVerdict), prefer, packagesRead };
}

function copyEntry(entry: unknown, index: number): FoundEntry {
  if (!isFoundEntry(entry)) throw new TypeError(`its \`entries[${index}]\` is no entry point`);
  if (Object.isFrozen(entry) && isFrozenThrough(entry.entryPoint)) return entry;
  const entryPoint = createEntryPoint(entry.entryPoint);
  return Object.freeze(entry.load === undefined ? { entryPoint } : { entryPoint, load: entry.load });
}

function isFrozenThrough(entryPoint: EntryPoint): boolean {
  return [entryPoint, entryPoint.package, entryPoint.dependencies, ...entryPoint.dependencies].every(Object.isFrozen);
}

function copyVerdict(verdict: unknown, index: number): SkippedEntry {
  if (!isVerdict(verdict)) throw new TypeError(`its \`skipped[${index}]\` is no verdict`);
  const { code, file, path, expected, found, message, remedy } = verdict;
  return Object.freeze({ code, package: verdict.package, file, path, expected, found, message, remedy });
}

function isFoundEntry(entry: unknown): entry is FoundEntry {
  if (!isJsonObject(entry)) return false;
  return isEntryPoint(entry.entryPoint) && (entry.load === undefined || typeof entry.load === "function");
}

function isEntryPoint(value: unknown): value is EntryPoint {
  if (!isJsonObject(value) || !hasTexts(value, ["key", "type", "name", "file", "export"])) return false;
  const { key, type, name, apiVersion, description, dependencies } = value;
  return (
    isPluginName(name) &&
    key === pluginKey(String(type), name) &&
    (apiVersion === undefined || tryParseApiVersion(apiVersion) !== undefined) &&
    (description === undefined || typeof description === "string") &&
    Array.isArray(dependencies) &&
    parsePluginDependencies(dependencies).problem === undefined &&
    hasTexts(value.package, ["name", "version", "path"])
  );
}

function isVerdict(value: unknown): value is SkippedEntry {
  return hasTexts(value, ["code", "package", "file", "path", "expected", "found", "message", "remedy"]);
}

function hasTexts(value: unknown, members: readonly string[]): boolean {
  return isJsonObject(value) && members.every((member) => typeof value[member] === "string");
}
