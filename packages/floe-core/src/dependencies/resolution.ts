import type {
  AmbiguousDependency,
  MissingDependency,
  VersionConflict,
} from "../errors/missing-dependency-error.ts";
import type { PluginKey } from "../plugin-key.ts";

/**
 * What can start, in which order, and why the rest cannot. Plain JSON, frozen and sorted: the same plugins
 * give the same resolution, in whatever order they and their dependencies were stated.
 *
 * Every selected plugin is accounted for: it is in `order`, in `blocked`, or at fault itself. At fault are
 * the members of `cycles` and those named in `missing`, `ambiguous` or `versionConflicts`; one plugin may
 * be at fault in several ways, and then all of them are listed.
 */
export interface Resolution {
  /** The plugins that can start, each after everything it needs: the waves, one after the other. */
  readonly order: readonly PluginKey[];
  /** The same plugins in groups: each needs only plugins of earlier waves. A wave is sorted by key. Worked out when first read. */
  readonly waves: readonly (readonly PluginKey[])[];
  /** By plugin, then dependency; selected keys that are not known come first. */
  readonly missing: readonly MissingDependency[];
  /** By plugin, then dependency. Long lists of candidates are cut. */
  readonly ambiguous: readonly AmbiguousDependency[];
  /** By plugin, then dependency and range. */
  readonly versionConflicts: readonly VersionConflict[];
  /**
   * Closed paths, first = last, each beginning at its smallest key; the shortest path first, then by key.
   * Of each group of plugins that need each other, the shortest path is listed, then for every plugin
   * on none yet the shortest one through it. (In very large groups the search ends early.)
   */
  readonly cycles: readonly (readonly PluginKey[])[];
  /** The plugins that are not at fault themselves but need one that cannot start, sorted. */
  readonly blocked: readonly PluginKey[];
}

/** A resolved dependency: who is needed, and whether its failure may be lived with. */
export interface Requirement {
  readonly key: PluginKey;
  readonly optional: boolean;
}

/** A resolution, and the edges behind it. Plain JSON. */
export interface PluginGraph {
  readonly resolution: Resolution;
  /**
   * By plugin, for all that are selected and those they need: what it needs, sorted by key. An optional
   * dependency that cannot start is not in it.
   */
  readonly requirements: Readonly<Record<PluginKey, readonly Requirement[]>>;
}
