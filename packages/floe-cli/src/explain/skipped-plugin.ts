import { pluginKey, type PluginKey, type SkippedEntry } from "floe-core";

/** The plugin that a verdict is about. */
export interface SkippedPlugin {
  readonly key: PluginKey;
  readonly type: string;
  readonly name: string;
}

/** The plugin that discovery did not accept; undefined for a verdict on something else, a package for one. */
export function skippedPlugin({ path }: Pick<SkippedEntry, "path">): SkippedPlugin | undefined {
  const [, type, name] = /^(floe\.(?!prefer\.)[^.]+)\.(.+)$/su.exec(path) ?? [];
  return type === undefined || name === undefined ? undefined : { key: pluginKey(type, name), type, name };
}
