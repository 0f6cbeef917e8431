import type { EntryPoint } from "./entry-point.ts";
import type { SkippedEntry } from "./discovery-report.ts";

/** How far the package scan goes. */
export type DiscoveryScope = "reachable" | "installed";

/** What a source is asked. */
export interface DiscoveryRequest {
  /** The folder to look from, absolute. */
  readonly cwd: string;
  readonly scope: DiscoveryScope;
  /** The entry-point groups that the registry knows. */
  readonly groups: readonly string[];
}

/** An entry point, and for entries that are not files how to get the plugin's class. */
export interface FoundEntry {
  readonly entryPoint: EntryPoint;
  /** Called once, on first use, instead of importing `entryPoint.file`. Resolves with the class. */
  readonly load?: () => unknown;
}

/** What a source found. */
export interface DiscoveryFindings {
  readonly entries: readonly FoundEntry[];
  readonly skipped: readonly SkippedEntry[];
  /** Plugin key to package name (or `name@version`): the application's choice where several offer a key. */
  readonly prefer?: Readonly<Record<string, string>>;
  readonly packagesRead: number;
}

/**
 * Where plugins are looked for: by default the packages on disk, in tests and bundles a static table.
 * `discover` is synchronous, runs no plugin code and does not throw; what throws all the same becomes a
 * `source_failed` verdict and hides no other source.
 */
export interface DiscoverySource {
  /** Named in verdicts and logs. */
  readonly name: string;
  discover(request: DiscoveryRequest): DiscoveryFindings;
}
