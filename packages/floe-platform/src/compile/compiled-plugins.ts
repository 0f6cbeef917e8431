import {
  PluginType,
  reasonOf,
  tryParsePluginKey,
  type CompiledPlugin,
  type Logger,
  type PluginKey,
  type PluginRegistry,
  type ProcessSharing,
} from "floe-core";
import type { PreparedPlugins } from "../plugins/prepare-plugins.ts";
import type { PluginSelection } from "../product/read-plugins.ts";

/** The plugins of a product with where they come from and their configuration as written. */
export function compiledPlugins(
  registry: PluginRegistry,
  { order, answering }: PreparedPlugins,
  selections: readonly PluginSelection[],
  logger: Logger,
): CompiledPlugin[] {
  const infos = new Map(registry.list().map((info) => [info.key, info]));
  return order.map((key) => {
    const info = infos.get(key);
    const sharing = answering.has(key) ? sharingOf(registry, key, logger) : undefined;
    return {
      key,
      package: info?.package?.name ?? REGISTERED,
      version: info?.version ?? "",
      config: selections.find((selection) => selection.key === key)?.rawConfig ?? {},
      ...(sharing === undefined ? {} : { sharing }),
    };
  });
}

/** Stands for a package where a plugin was made by the host itself. */
const REGISTERED = "(registered)";

const SHARINGS: readonly ProcessSharing[] = ["none", "exclusive", "concurrent"];

/** Undefined for what is no compute plugin, and for one that cannot say. */
function sharingOf(registry: PluginRegistry, key: PluginKey, logger: Logger): ProcessSharing | undefined {
  const { type, name = "" } = tryParsePluginKey(key) ?? {};
  const plugin = type === PluginType.COMPUTE ? registry.find(type, name) : undefined;
  if (plugin === undefined) return undefined;
  try {
    const sharing = plugin.getProcessSharing?.();
    if (sharing === undefined || SHARINGS.includes(sharing)) return sharing;
    logger.warn(`${key} says something unknown of how processes share its tables`, { sharing });
  } catch (error) {
    logger.warn(`${key} cannot say how processes share its tables`, { reason: reasonOf(error) });
  }
  return undefined;
}
