import type { PluginDependency } from "../plugin/plugin-dependency.ts";
import type { PluginKey } from "../plugin-key.ts";

/** The package that offers a plugin. */
export interface PackageRef {
  readonly name: string;
  readonly version: string;
  /** The package's folder, absolute, symbolic links resolved. */
  readonly path: string;
}

/** One accepted entry of a `floe` block: where a plugin is, without having run any of it. Frozen. */
export interface EntryPoint {
  readonly key: PluginKey;
  /** The entry-point group, for example `"floe.computes"`. */
  readonly type: string;
  readonly name: string;
  /** The module, absolute, symbolic links resolved; inside the package's folder. */
  readonly file: string;
  /** The export that is the plugin's class; `"default"` when the entry names none. */
  readonly export: string;
  /** The plugin-API version the entry or its block states; well formed, not necessarily compatible. */
  readonly apiVersion?: string;
  readonly description?: string;
  readonly dependencies: readonly PluginDependency[];
  readonly package: PackageRef;
}
