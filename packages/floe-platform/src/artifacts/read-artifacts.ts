import { tryParsePluginKey, type CompiledArtifacts, type EntryPointGroup, type PluginConfig, type PluginKey } from "floe-core";
import type { DocumentPath } from "../document/document-path.ts";
import type { ProblemDetails } from "../problems/problem-list.ts";
import type { PluginSelection } from "../product/read-plugins.ts";
import type { ShapeReader } from "../product/shape-reader.ts";

/** Compiled artifacts as read from a file. */
export interface ReadArtifacts {
  readonly artifacts: CompiledArtifacts;
  /** Those that the product selects, in its order. */
  readonly selections: readonly PluginSelection[];
}

/**
 * Reads compiled artifacts, reporting what keeps them from being run. They were made by floe, so that this looks
 * for files that are something else or too new, not for slips of the pen.
 *
 * @param reader Of the document as it is: configurations come with their references unresolved.
 */
export function readArtifacts(reader: ShapeReader): ReadArtifacts | undefined {
  const { document } = reader;
  if (reader.at(["version"]) !== "1.0") {
    reader.report(["version"], VERSION);
    return undefined;
  }
  reader.requiredText(["product", "name"], "the product's name");
  reader.requiredText(["product", "root"], "the product's folder");
  requireItems(reader, ["sources"], ["name", "path"]);
  requireItems(reader, ["transforms"], ["name", "sql", "materialization"]);
  const plugins = requireItems(reader, ["plugins"], ["key"]).flatMap((_, index) => readPlugin(reader, ["plugins", index]) ?? []);
  if (!reader.problems.isEmpty) return undefined;
  // What makes a difference to a run was looked at; the rest is as floe wrote it.
  const artifacts = document.value as CompiledArtifacts;
  const order: readonly PluginKey[] = artifacts.selected ?? artifacts.plugins.map(({ key }) => key);
  return { artifacts, selections: order.flatMap((key) => plugins.find((one) => one.key === key) ?? []) };
}

/** The items of a list that has to be there, each with a text under every one of `members`. */
function requireItems(reader: ShapeReader, path: DocumentPath, members: readonly string[]): readonly unknown[] {
  if (reader.at(path) === undefined) reader.missing(path, "a list");
  const items = reader.list(path, "a list") ?? [];
  for (const [index] of items.entries()) {
    for (const member of members) reader.requiredText([...path, index, member], `the ${member}`);
  }
  return items;
}

function readPlugin(reader: ShapeReader, path: DocumentPath): PluginSelection | undefined {
  const key = reader.at([...path, "key"]);
  const parsed = typeof key === "string" ? tryParsePluginKey(key) : undefined;
  if (parsed === undefined) return undefined;
  const configPath = [...path, "config"];
  const config = reader.at(configPath);
  const rawConfig: PluginConfig = typeof config === "object" && config !== null ? { ...config } : {};
  return {
    key: key as PluginKey,
    // The registry refuses groups that it does not know.
    group: parsed.type as EntryPointGroup,
    name: parsed.name,
    config: rawConfig,
    rawConfig,
    namePath: [...path, "key"],
    configPath,
    policy: "required",
  };
}

const VERSION: ProblemDetails = {
  code: "artifacts_invalid",
  message: "these are no compiled artifacts that this floe can read",
  expected: 'what floe compile prints, version "1.0"',
  found: "something else",
  remedy: "Make them anew: floe compile --output <file>.",
};
