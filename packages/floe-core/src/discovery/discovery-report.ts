import type { PluginKey } from "../plugin-key.ts";
import type { EntryPoint, PackageRef } from "./entry-point.ts";

/** Why something that discovery looked at was not accepted. */
export type SkipCode =
  // the application
  | "application_not_found"
  | "pnp_not_active"
  // a package
  | "package_not_installed"
  | "manifest_unreadable"
  | "manifest_too_large"
  | "manifest_invalid_encoding"
  | "manifest_invalid_json"
  | "package_name_invalid"
  | "package_version_invalid"
  // a floe block
  | "block_invalid"
  | "api_version_invalid"
  | "prefer_invalid"
  | "group_unknown"
  | "group_invalid"
  // an entry
  | "name_invalid"
  | "entry_invalid"
  | "entry_outside_package"
  | "entry_not_found"
  | "entry_not_a_file"
  | "description_invalid"
  | "dependencies_invalid"
  | "duplicate_copy"
  // a source
  | "source_failed";

/** The verdict on something that was not accepted: what, where, why, and what to do. Frozen. */
export interface SkippedEntry {
  readonly code: SkipCode;
  /** The package's name as far as it is known. */
  readonly package: string;
  /** The package.json that says so, absolute. */
  readonly file: string;
  /** The JSON path inside that file, for example `floe.computes.duckdb`. */
  readonly path: string;
  readonly expected: string;
  /** What is there instead, shortened; never a whole file. */
  readonly found: string;
  readonly message: string;
  readonly remedy: string;
}

/** Several packages offer one key and the application does not say which one it prefers. */
export interface DiscoveryConflict {
  readonly key: PluginKey;
  /** Sorted by name, version, path. `registered` is set for a plugin that `register` put there first. */
  readonly candidates: readonly (PackageRef & { readonly registered?: true })[];
  readonly message: string;
  readonly remedy: string;
}

/** What one discovery found. Plain JSON; every list is sorted. */
export interface DiscoveryReport {
  /** Every accepted entry, conflicting ones too. By key, then package name, version and path. */
  readonly entryPoints: readonly EntryPoint[];
  readonly skipped: readonly SkippedEntry[];
  /** Conflicts that nothing settles. */
  readonly conflicts: readonly DiscoveryConflict[];
  /** How many package.json files were read. */
  readonly packagesRead: number;
  readonly durationMs: number;
  /** Whether a cache answered. There is none yet: always false. */
  readonly fromCache: boolean;
}

/** What changed between two discoveries, by key; each list is sorted. */
export interface DiscoveryChanges {
  readonly added: readonly PluginKey[];
  readonly removed: readonly PluginKey[];
  readonly changed: readonly PluginKey[];
}
