/**
 * What a plugin needs, in the long form. At least one of `type` and `name` is stated.
 * `{ type }` alone means "the plugin that the platform selected for that type".
 */
export interface PluginDependencySpec {
  /** The entry-point group, for example `"floe.computes"`. */
  readonly type?: string;
  /** The plugin's name. */
  readonly name?: string;
  /** A semver range for the plugin's own version, for example `"^1.2.0"`. Default: any version. */
  readonly version?: string;
  /** Absent is fine; present, it is started first. Default: false. */
  readonly optional?: boolean;
}

/**
 * A dependency as authors write it: a bare name (`"duckdb"`, which must match exactly one known plugin
 * other than the one that needs it), a key (`"floe.computes:duckdb"`) or a {@link PluginDependencySpec}.
 */
export type PluginDependency = string | PluginDependencySpec;
