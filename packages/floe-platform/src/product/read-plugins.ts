import { pluginKey, PluginType, type EntryPointGroup, type FailurePolicy, type PluginConfig, type PluginKey } from "floe-core";
import { valueAt, type DocumentPath } from "../document/document-path.ts";
import type { Mapping, ShapeReader } from "./shape-reader.ts";

/** One plugin that a platform file selects. */
export interface PluginSelection {
  readonly key: PluginKey;
  readonly group: EntryPointGroup;
  readonly name: string;
  /** With references resolved. */
  readonly config: PluginConfig;
  /** As written. */
  readonly rawConfig: PluginConfig;
  /** Where the plugin's name stands. */
  readonly namePath: DocumentPath;
  readonly configPath: DocumentPath;
  /** What its failure to start means for the product. */
  readonly policy: FailurePolicy;
}

const EXPECTED = "a plugin's name, or { type, config, policy }";
const POLICIES: readonly FailurePolicy[] = ["required", "optional"];

/** The plugins a platform file selects, in the order of the file. */
export function readPlugins(reader: ShapeReader, groups: Readonly<Record<string, EntryPointGroup>>): PluginSelection[] {
  const root = ["plugins"];
  if (reader.at(root) === undefined) reader.missing(root, "the plugins of the product, for example { compute: duckdb }");
  const plugins = reader.mapping(root, Object.keys(groups), "a mapping of plugin types to plugins") ?? {};
  const selections: PluginSelection[] = [];
  for (const [type, group] of Object.entries(groups)) {
    const value = plugins[type];
    if (value === undefined) continue;
    const path = [...root, type];
    const paths = Array.isArray(value) ? Array.from(value, (_, index) => [...path, index]) : [path];
    for (const one of paths) {
      const selection = readPlugin(reader, one, group);
      if (selection !== undefined && isNew(reader, selection, selections)) selections.push(selection);
    }
  }
  return selections;
}

function readPlugin(reader: ShapeReader, path: DocumentPath, group: EntryPointGroup): PluginSelection | undefined {
  const isBare = typeof reader.at(path) === "string";
  const namePath = isBare ? path : [...path, "type"];
  const configPath = [...path, "config"];
  let config: Mapping = {};
  let policy: FailurePolicy | undefined;
  if (!isBare) {
    if (reader.mapping(path, ["type", "config", "policy"], EXPECTED) === undefined) return undefined;
    config = readConfig(reader, configPath);
    policy = reader.oneOf([...path, "policy"], POLICIES);
  }
  const name = reader.requiredText(namePath, "a plugin's name");
  if (name === undefined) return undefined;
  const rawConfig = asMapping(valueAt(reader.document.value, configPath));
  return { key: pluginKey(group, name), group, name, config, rawConfig, namePath, configPath, policy: policy ?? "required" };
}

/** A configuration, whose keys are for the plugin to judge. `config:` without a value is an empty one. */
function readConfig(reader: ShapeReader, path: DocumentPath): Mapping {
  const value = reader.at(path);
  if (value === undefined || value === null) return {};
  return reader.mapping(path, Object.keys(asMapping(value)), "a mapping") ?? {};
}

function asMapping(value: unknown): Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function isNew(reader: ShapeReader, selection: PluginSelection, selections: readonly PluginSelection[]): boolean {
  if (!selections.some(({ key }) => key === selection.key)) return true;
  reader.report(selection.namePath, {
    code: "plugin_repeated",
    message: `the plugin ${selection.name} is selected twice`,
    expected: "each plugin once",
    found: selection.name,
    remedy: "Keep one of the two: two instances of one plugin are not supported.",
  });
  return false;
}

/** The orchestrator that runs a product in this process, taken when a platform file names none. */
export const EMBEDDED_ORCHESTRATOR: PluginSelection = Object.freeze({
  key: pluginKey(PluginType.ORCHESTRATOR, "local"),
  group: PluginType.ORCHESTRATOR,
  name: "local",
  config: {},
  rawConfig: {},
  namePath: ["plugins", "orchestrator"],
  configPath: ["plugins", "orchestrator", "config"],
  policy: "required",
});
