import type { EntryPointGroup, PluginInfo, PluginKey, PluginRegistry } from "floe-core";
import { unlessAborted } from "../cli/unless-aborted.ts";
import { errorDocument, type JsonError } from "../json/json-document.ts";
import { describeConfiguration, type ExplainedConfiguration } from "./describe-configuration.ts";

/** What came of loading a plugin. */
export interface LoadedPlugin {
  /** Of import, construction and contract check. */
  readonly durationMs: number;
  readonly error: JsonError | null;
  readonly configuration: ExplainedConfiguration | null;
}

/** Loads plugins one after the other, so that their times are their own. A failure is a result. */
export async function loadPlugins(
  plugins: readonly Pick<PluginInfo, "key" | "type" | "name">[],
  registry: PluginRegistry,
  signal: AbortSignal,
): Promise<ReadonlyMap<PluginKey, LoadedPlugin>> {
  const loaded = new Map<PluginKey, LoadedPlugin>();
  for (const { key, type, name } of plugins) {
    signal.throwIfAborted();
    loaded.set(key, await load(registry, type, name, signal));
  }
  signal.throwIfAborted();
  return loaded;
}

async function load(
  registry: PluginRegistry,
  type: EntryPointGroup,
  name: string,
  signal: AbortSignal,
): Promise<LoadedPlugin> {
  const began = performance.now();
  try {
    const plugin = await unlessAborted(registry.get(type, name), signal);
    return { durationMs: performance.now() - began, error: null, configuration: describeConfiguration(plugin) };
  } catch (thrown) {
    const { error } = errorDocument("plugins explain", thrown);
    return { durationMs: performance.now() - began, error, configuration: null };
  }
}
