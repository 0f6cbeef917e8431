import { tryParsePluginKey, type EntryPointGroup, type PluginKey, type PluginMetadata } from "floe-core";
import type { Trial } from "./trial.ts";

/** What the plugin depends on, started by the trial's registry, as `startup` is given it. */
export async function startedDependencies({ registry, subject }: Trial): Promise<ReadonlyMap<PluginKey, PluginMetadata>> {
  const started = new Map<PluginKey, PluginMetadata>();
  for (const key of registry.resolve([subject.key]).order) {
    const { type, name } = tryParsePluginKey(key) ?? {};
    if (key === subject.key || type === undefined || name === undefined) continue;
    // Any group that a registry resolved is one that it knows.
    const group = type as EntryPointGroup;
    await registry.activate(group, name);
    started.set(key, await registry.get(group, name));
  }
  return started;
}
