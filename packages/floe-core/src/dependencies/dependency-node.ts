import type { PluginDependency } from "../plugin/plugin-dependency.ts";
import type { PluginKey } from "../plugin-key.ts";

/** A known plugin as resolution sees it. */
export interface DependencyNode {
  /** Unique among the nodes of one resolution; `"<type>:<name>"`. */
  readonly key: PluginKey;
  readonly type: string;
  readonly name: string;
  /** The plugin's own version; undefined if it is not known. */
  readonly version: string | undefined;
  readonly dependencies: readonly PluginDependency[];
}
