import { nearest, pluginKey, PluginType, type ComputePlugin, type PluginKey, type PluginRegistry } from "floe-core";
import type { PluginSelection } from "../product/read-plugins.ts";
import { configureSelection } from "./configure-selection.ts";

/**
 * The engines that can be asked about SQL, by the names under which the platform file selects them. For a name
 * that is a slip, that is the engine which was probably meant: the mistakes in the SQL are to be told in the same
 * breath. Nothing is started while there is a slip.
 *
 * @param answering The plugins that are loaded and configured.
 */
export async function findEngines(
  registry: PluginRegistry,
  selections: readonly PluginSelection[],
  answering: ReadonlySet<PluginKey>,
): Promise<ReadonlyMap<string, ComputePlugin>> {
  const engines = new Map<string, ComputePlugin>();
  for (const { group, key, name } of selections) {
    if (group !== PluginType.COMPUTE) continue;
    const engine = answering.has(key) ? registry.find(PluginType.COMPUTE, name) : await findMeant(registry, name, answering);
    if (engine !== undefined) engines.set(name, engine);
  }
  return engines;
}

async function findMeant(registry: PluginRegistry, name: string, answering: ReadonlySet<PluginKey>): Promise<ComputePlugin | undefined> {
  if (registry.has(PluginType.COMPUTE, name)) return undefined;
  const meant = nearest(name, registry.listAll()[PluginType.COMPUTE]);
  if (meant === undefined) return undefined;
  try {
    const engine = await registry.get(PluginType.COMPUTE, meant);
    if (answering.has(pluginKey(PluginType.COMPUTE, meant))) return engine;
    const defaults = { group: PluginType.COMPUTE, name: meant, config: {}, rawConfig: {} };
    return (await configureSelection(registry, defaults)) === undefined ? engine : undefined;
  } catch {
    // It is not selected: whatever is wrong with it is no problem of this platform file.
    return undefined;
  }
}
