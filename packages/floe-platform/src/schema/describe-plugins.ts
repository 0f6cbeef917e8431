import { reasonOf, type EntryPointGroup, type PluginInfo, type PluginKey, type PluginRegistry } from "floe-core";
import { describeConfig, type DescribedConfig } from "./describe-config.ts";
import { reference } from "./shared-schemas.ts";

/** A plugin that a platform file may select. */
export interface DescribedPlugin {
  readonly name: string;
  /** One line of its author's; may be empty. */
  readonly description: string;
  readonly config: DescribedConfig;
  /** The name of its configuration's schema under `$defs`. */
  readonly definition: string;
}

/** Something that a schema cannot say. */
export interface SkippedPlugin {
  readonly key: PluginKey;
  /** One sentence without full stop. */
  readonly reason: string;
}

/** The plugins of a type, by name, and those of which nothing, or not everything, can be said. */
export interface DescribedPlugins {
  readonly plugins: readonly DescribedPlugin[];
  readonly skipped: readonly SkippedPlugin[];
}

/**
 * Loads every known plugin of a group and asks for its configuration's schema. Never rejects for a plugin.
 *
 * @param typeKey The group's key under `plugins`.
 */
export async function describePlugins(
  registry: PluginRegistry,
  group: EntryPointGroup,
  typeKey: string,
): Promise<DescribedPlugins> {
  const plugins: DescribedPlugin[] = [];
  const skipped: SkippedPlugin[] = [];
  for (const info of registry.list(group)) {
    try {
      const plugin = await describePlugin(registry, info, `config.${typeKey}.${info.name}`);
      plugins.push(plugin);
      if (plugin.config.fault !== undefined) skipped.push({ key: info.key, reason: plugin.config.fault });
    } catch (error) {
      skipped.push({ key: info.key, reason: reasonOf(error) });
    }
  }
  return { plugins, skipped };
}

async function describePlugin(registry: PluginRegistry, info: PluginInfo, definition: string): Promise<DescribedPlugin> {
  const plugin = await registry.get(info.type, info.name);
  const config = describeConfig(plugin.getConfigSchema(), reference(definition).$ref);
  return { name: info.name, description: info.description, config, definition };
}
