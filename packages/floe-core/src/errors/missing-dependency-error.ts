import type { PluginKey } from "../plugin-key.ts";
import { PluginError } from "./plugin-error.ts";

/** A dependency that matches no known plugin. */
export interface MissingDependency {
  /** Who needs it; undefined when the selection itself named it. */
  readonly plugin: PluginKey | undefined;
  /** The dependency as stated: a name, a key, or a type. */
  readonly dependency: string;
  /** The known plugin most like it, if one is near. */
  readonly nearest?: string;
}

/** A dependency that matches several known plugins. */
export interface AmbiguousDependency {
  readonly plugin: PluginKey;
  readonly dependency: string;
  readonly candidates: readonly PluginKey[];
}

/** A dependency that is there in a version its dependent does not accept. */
export interface VersionConflict {
  readonly plugin: PluginKey;
  readonly dependency: PluginKey;
  /** The range that the dependent states; `found` is the version that is there. */
  readonly range: string;
  readonly found: string;
  /** Why the version could not even be judged: the range or the version itself is not valid. */
  readonly reason?: string;
}

/** Dependencies that are absent, ambiguous or there in the wrong version; all of them, with who needs each. */
export class MissingDependencyError extends PluginError {
  readonly missing: readonly MissingDependency[];
  readonly ambiguous: readonly AmbiguousDependency[];
  readonly versionConflicts: readonly VersionConflict[];

  constructor(details: {
    readonly verb?: string;
    readonly missing?: readonly MissingDependency[];
    readonly ambiguous?: readonly AmbiguousDependency[];
    readonly versionConflicts?: readonly VersionConflict[];
  }) {
    const { missing = [], ambiguous = [], versionConflicts = [] } = details;
    const reasons = [
      ...missing.map((one) => `${one.plugin ?? "the selection"} needs ${one.dependency}, which is not known`),
      ...ambiguous.map((one) => `${one.plugin} needs ${one.dependency}, which may be ${one.candidates.join(" or ")}`),
      ...versionConflicts.map(
        (one) => `${one.plugin} needs ${one.dependency} ${one.range}, but ${one.reason ?? `${one.found} is there`}`,
      ),
    ];
    super("FLOE_PLUGIN_MISSING_DEPENDENCY", `Cannot ${details.verb ?? "order"} plugins: ${reasons.join("; ")}`, {
      hint: hintFor(missing, ambiguous, versionConflicts),
    });
    this.missing = Object.freeze([...missing]);
    this.ambiguous = Object.freeze([...ambiguous]);
    this.versionConflicts = Object.freeze([...versionConflicts]);
  }
}

function hintFor(
  missing: readonly MissingDependency[],
  ambiguous: readonly AmbiguousDependency[],
  conflicts: readonly VersionConflict[],
): string {
  const hints: string[] = [];
  const near = missing.find((one) => one.nearest !== undefined);
  if (near?.nearest !== undefined) hints.push(`Did you mean "${near.nearest}" instead of "${near.dependency}"?`);
  else if (missing.length > 0) hints.push("Install the packages that provide them.");
  if (ambiguous.length > 0) hints.push('State the whole key, for example "floe.computes:duckdb".');
  if (conflicts.length > 0) hints.push("Install a version inside the stated range, or correct the range.");
  return hints.join(" ");
}
