import { tryParseApiVersion } from "../../version/parse-api-version.ts";
import { showValue } from "../printable.ts";
import type { Checked, Rejection } from "../problem.ts";
import { isJsonObject, own, type JsonObject } from "./json-object.ts";
import { checkPackageIdentity, type PackageIdentity } from "./check-package-identity.ts";
import { apiVersionProblem, parseEntry, type EntryDefinition } from "./parse-entry.ts";
import { parseGroup, type ParsedEntries } from "./parse-group.ts";
import { parsePreferences } from "./parse-preferences.ts";

/** An entry that is accepted if its file is good. */
export interface ParsedEntry {
  readonly type: string;
  readonly name: string;
  /** Where it stands in the package.json, for example `floe.computes.duckdb`. */
  readonly path: string;
  readonly definition: EntryDefinition;
  readonly package: PackageIdentity;
}

/** A `floe` block, read. */
export interface ParsedBlock {
  /** Each entry of the block is either here or among the rejections. */
  readonly entries: readonly ParsedEntry[];
  readonly rejections: readonly Rejection[];
  /** The application's choices; empty for any other package. */
  readonly prefer: Readonly<Record<string, string>>;
}

/** What a block is read for. */
export interface BlockContext {
  /** The entry-point groups that the registry knows. */
  readonly groups: readonly string[];
  /** Whether this is the application's package.json, whose `prefer` counts. */
  readonly application: boolean;
}

/** Members of a block that are no groups. */
const RESERVED: readonly string[] = ["apiVersion", "prefer"];

/** Reads the `floe` block of a package.json, if it has one. Pure: whether the files exist is seen elsewhere. */
export function parseFloeBlock(manifest: JsonObject, { groups, application }: BlockContext): ParsedBlock {
  const parsed: ParsedEntries<ParsedEntry> = { entries: [], rejections: [] };
  const { entries, rejections } = parsed;
  if (!Object.hasOwn(manifest, "floe")) return { entries, rejections, prefer: {} };
  const block = own(manifest, "floe");
  if (!isJsonObject(block)) return { entries, rejections: [rejectBlock(block)], prefer: {} };
  const apiVersion = own(block, "apiVersion");
  const identity = checkPackageIdentity(manifest);
  for (const [key, group] of Object.entries(block)) {
    if (RESERVED.includes(key)) continue;
    const type = `floe.${key}`;
    const parseValue = (name: string, value: unknown, path: string): Checked<ParsedEntry> => {
      const definition = parseEntry(value, apiVersion);
      if (definition.problem !== undefined) return definition;
      if (identity.problem !== undefined) return identity;
      return { value: { type, name, path, definition: definition.value, package: identity.value } };
    };
    parseGroup(type, group, groups, parseValue, parsed);
  }
  rejections.push(...rejectUnusedApiVersion(apiVersion, rejections));
  if (!application) return { entries, rejections, prefer: {} };
  const choices = parsePreferences(own(block, "prefer"), groups, "floe.prefer");
  return { entries, rejections: [...rejections, ...choices.rejections], prefer: choices.prefer };
}

function rejectBlock(found: unknown): Rejection {
  return {
    path: "floe",
    action: "read the floe block",
    problem: {
      code: "block_invalid",
      expected: "an object",
      found: showValue(found),
      remedy: 'Write "floe": { "<group>": { "<plugin name>": "./dist/plugin.js#MyPlugin" } }, or {} for no plugins.',
    },
  };
}

/** A bad version is said of each entry that inherits it; where none does, it must not go unsaid. */
function rejectUnusedApiVersion(version: unknown, rejections: readonly Rejection[]): readonly Rejection[] {
  if (version === undefined || tryParseApiVersion(version) !== undefined) return [];
  if (rejections.some(({ problem }) => problem.code === "api_version_invalid")) return [];
  return [{ path: "floe.apiVersion", action: "read floe.apiVersion", problem: apiVersionProblem(version) }];
}
