import { tryParsePluginKey, type PluginKey, type PluginRegistry, type EntryPointGroup } from "floe-core";
import type { DocumentPath } from "../document/document-path.ts";
import type { PluginSelection } from "../product/read-plugins.ts";
import type { ShapeReader } from "../product/shape-reader.ts";
import { configureSelection } from "./configure-selection.ts";
import { reportRefusal } from "./report-refusal.ts";
import { reportResolution } from "./report-resolution.ts";

/** What the selected plugins come to. */
export interface PreparedPlugins {
  /** The selected plugins and what they need, each after everything it needs. */
  readonly order: readonly PluginKey[];
  /** Those that are loaded and configured. */
  readonly ready: ReadonlySet<PluginKey>;
}

/**
 * Loads, orders and configures the selected plugins and what they need, reporting everything that is in the
 * way. Starts none of them.
 */
export async function preparePlugins(
  registry: PluginRegistry,
  selections: readonly PluginSelection[],
  reader: ShapeReader,
): Promise<PreparedPlugins> {
  registry.discoverAll();
  const loaded: PluginSelection[] = [];
  for (const selection of selections) {
    if (await load(registry, selection, reader)) loaded.push(selection);
  }
  const resolution = registry.resolve(loaded.map(({ key }) => key));
  const placeOf = (key: PluginKey | undefined): DocumentPath =>
    selections.find((selection) => selection.key === key)?.namePath ?? ["plugins"];
  reportResolution(resolution, reader, placeOf);
  const ready = new Set<PluginKey>();
  for (const key of resolution.order) {
    const selection = loaded.find((one) => one.key === key) ?? unselected(key);
    const isSelected = loaded.includes(selection);
    if (!isSelected && !(await load(registry, selection, reader))) continue;
    if (await configureSelection(registry, selection, reader)) ready.add(key);
  }
  return { order: resolution.order, ready };
}

/** A plugin that nothing selects but something selected needs: it gets the configuration of its defaults. */
function unselected(key: PluginKey): PluginSelection {
  const { type, name } = tryParsePluginKey(key) ?? { type: "", name: key };
  // The registry itself named the group.
  const group = type as EntryPointGroup;
  return { key, group, name, config: {}, rawConfig: {}, namePath: ["plugins"], configPath: ["plugins"] };
}

async function load(registry: PluginRegistry, selection: PluginSelection, reader: ShapeReader): Promise<boolean> {
  try {
    await registry.get(selection.group, selection.name);
    return true;
  } catch (error) {
    reportRefusal(selection, error, reader);
    return false;
  }
}
