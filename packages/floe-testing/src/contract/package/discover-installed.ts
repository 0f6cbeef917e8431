import { packageScan, PluginRegistry, type EntryPoint, type SkippedEntry } from "floe-core";
import type { InstalledPackage } from "./install-package.ts";

/** What discovery makes of one package. */
export interface DiscoveredPackage {
  readonly entryPoints: readonly EntryPoint[];
  readonly skipped: readonly SkippedEntry[];
}

/** What discovery makes of an installed package: no code of it is run. */
export function discoverInstalled({ application, manifest }: InstalledPackage): DiscoveredPackage {
  const { entryPoints, skipped } = new PluginRegistry({ cwd: application, sources: [packageScan()] }).discoverAll();
  const name = String(manifest["name"]);
  return {
    entryPoints: entryPoints.filter((entry) => entry.package.name === name),
    skipped: skipped.filter((verdict) => verdict.package === name),
  };
}
