import { PluginType, tryParsePluginKey, type EntryPointGroup, type PluginKey, type PluginRegistry } from "floe-core";
import type { DocumentPath } from "../document/document-path.ts";
import type { PluginSelection } from "../product/read-plugins.ts";
import type { ShapeReader } from "../product/shape-reader.ts";
import { configIssues } from "./config-issues.ts";
import { configureRest } from "./configure-rest.ts";
import { configureSelection } from "./configure-selection.ts";
import { reportConfigRefusal } from "./report-config-refusal.ts";
import { reportRefusal } from "./report-refusal.ts";
import { reportResolution } from "./report-resolution.ts";

/** What the selected plugins come to. */
export interface PreparedPlugins {
  /** The selected plugins and what they need, each after everything it needs. */
  readonly order: readonly PluginKey[];
  /** Those that can be asked what needs no start: they are loaded and configured, if only in part. */
  readonly answering: ReadonlySet<PluginKey>;
}

/**
 * Loads, orders and configures the selected plugins and what they need, reporting everything that is in the
 * way. Starts none of them.
 *
 * @param holdsSecrets Whether a selection's configuration has placeholders in it. What refuses those as a whole
 *   says nothing; it is configured again when it starts.
 */
export async function preparePlugins(
  registry: PluginRegistry,
  selections: readonly PluginSelection[],
  reader: ShapeReader,
  holdsSecrets: (selection: PluginSelection) => boolean = () => false,
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
  // What cannot start is configured all the same: its mistakes are to be told, too.
  const keys = new Set([...resolution.order, ...loaded.map(({ key }) => key)]);
  const answering = new Set<PluginKey>();
  for (const key of keys) {
    const selection = loaded.find((one) => one.key === key) ?? unselected(key);
    const isSelected = loaded.includes(selection);
    if (!isSelected && !(await load(registry, selection, reader))) continue;
    const refusal = await configureSelection(registry, selection);
    if (refusal !== undefined) reportUnlessProvisional(selection, refusal.error, reader, holdsSecrets(selection));
    const canAnswer = refusal === undefined || (await isAnswering(registry, selection, refusal.error));
    if (canAnswer) answering.add(key);
  }
  return { order: resolution.order, answering };
}

function reportUnlessProvisional(selection: PluginSelection, error: unknown, reader: ShapeReader, isProvisional: boolean): void {
  if (isProvisional && configIssues(error).length === 0) return;
  reportConfigRefusal(selection, error, reader);
}

/** Only engines are asked anything before they start. */
async function isAnswering(registry: PluginRegistry, selection: PluginSelection, error: unknown): Promise<boolean> {
  return selection.group === PluginType.COMPUTE && (await configureRest(registry, selection, error));
}

/** A plugin that nothing selects but something selected needs: it gets the configuration of its defaults. */
function unselected(key: PluginKey): PluginSelection {
  const { type, name } = tryParsePluginKey(key) ?? { type: "", name: key };
  // The registry itself named the group.
  const group = type as EntryPointGroup;
  const place = ["plugins"];
  return { key, group, name, config: {}, rawConfig: {}, namePath: place, configPath: place, policy: "required" };
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
