import type { PluginInfo } from "floe-core";

/** A plugin of a product, in short. `package` is null for one that no package brought. */
export interface PluginSummary {
  readonly key: string;
  readonly version: string;
  readonly package: string | null;
}

/** One plugin in short. */
export function pluginSummary({ key, version, package: from }: PluginInfo): PluginSummary {
  return { key, version, package: from?.name ?? null };
}
