import { discover, type Discovery } from "../../../../src/discovery/discover.ts";
import type { DiscoveryReport, SkippedEntry } from "../../../../src/discovery/discovery-report.ts";
import type { DiscoveryRequest, DiscoveryScope } from "../../../../src/discovery/discovery-source.ts";
import { packageScan } from "../../../../src/discovery/package-scan.ts";
import { PluginType } from "../../../../src/plugin-type.ts";

/** The eleven built-in groups. */
export const GROUPS: readonly string[] = Object.values(PluginType);

export function requestFor(cwd: string, scope: DiscoveryScope = "reachable"): DiscoveryRequest {
  return { cwd, scope, groups: GROUPS };
}

/** What a package scan from `cwd` reports. */
export function scan(cwd: string, scope: DiscoveryScope = "reachable"): DiscoveryReport {
  return discoverIn(cwd, scope).report;
}

export function discoverIn(
  cwd: string,
  scope: DiscoveryScope = "reachable",
  prefer: Readonly<Record<string, string>> = {},
): Discovery {
  return discover([packageScan()], requestFor(cwd, scope), prefer);
}

/** The keys of the accepted entries. */
export function keysOf(report: DiscoveryReport): readonly string[] {
  return report.entryPoints.map(({ key }) => key);
}

/** Code and JSON path of each verdict. */
export function verdictsOf(report: { readonly skipped: readonly SkippedEntry[] }): readonly string[] {
  return report.skipped.map(({ code, path }) => `${code} ${path}`.trim());
}
