import type { CompiledPlugin, PluginKey, PluginRegistry } from "floe-core";
import type { PluginSelection } from "../product/read-plugins.ts";

/** The plugins of a product with where they come from and their configuration as written. */
export function compiledPlugins(
  registry: PluginRegistry,
  order: readonly PluginKey[],
  selections: readonly PluginSelection[],
): CompiledPlugin[] {
  const infos = new Map(registry.list().map((info) => [info.key, info]));
  return order.map((key) => {
    const info = infos.get(key);
    return {
      key,
      package: info?.package?.name ?? REGISTERED,
      version: info?.version ?? "",
      config: selections.find((selection) => selection.key === key)?.rawConfig ?? {},
    };
  });
}

/** Stands for a package where a plugin was made by the host itself. */
const REGISTERED = "(registered)";
