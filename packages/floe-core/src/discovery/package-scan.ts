import type { SkippedEntry } from "./discovery-report.ts";
import type { DiscoveryFindings, DiscoveryRequest, DiscoverySource } from "./discovery-source.ts";
import { ownFindings } from "./own-findings.ts";
import { printable } from "./printable.ts";
import { toVerdict } from "./problem.ts";
import { findApplicationRoot } from "./scan/find-application-root.ts";
import { ManifestReader } from "./scan/manifest-reader.ts";
import { NodeModulesLayout } from "./scan/node-modules-layout.ts";
import { PackageReader } from "./scan/package-reader.ts";
import { findPnpApi, type FindPnpApi } from "./scan/pnp-api.ts";
import { PnpLayout } from "./scan/pnp-layout.ts";
import { pnpNotActive } from "./scan/pnp-not-active.ts";
import { reportPackage } from "./scan/report-package.ts";
import { scanInstalled } from "./scan/scan-installed.ts";
import { scanReachable } from "./scan/scan-reachable.ts";
import type { AbsentDependency } from "./scan/scan-result.ts";

/** How the package scan finds its way. */
export interface PackageScanOptions {
  /** Finds Yarn's Plug'n'Play API for a folder. Default: Node's `module.findPnpApi`, where Yarn put it. */
  readonly findPnpApi?: FindPnpApi;
}

/**
 * The default source: package.json files on disk. The application is the nearest package.json from the
 * request's `cwd` upward; from there as far as the request's scope goes. Reads files only and runs nothing;
 * whatever is wrong with a package becomes a verdict.
 *
 * @example
 * ```ts
 * import { packageScan, PluginRegistry } from "floe-core";
 * const registry = new PluginRegistry({ sources: [packageScan()] }); // what it does without `sources` too
 * console.log(registry.listAll()["floe.computes"]); // []
 * ```
 */
export function packageScan(options: PackageScanOptions = {}): DiscoverySource {
  const findApi = options.findPnpApi ?? findPnpApi;
  return Object.freeze({ name: "packages", discover: (request: DiscoveryRequest) => scan(request, findApi) });
}

function scan(request: DiscoveryRequest, findApi: FindPnpApi): DiscoveryFindings {
  const manifests = new ManifestReader();
  const root = findApplicationRoot(request.cwd, manifests);
  if (root === undefined) return { entries: [], skipped: [applicationNotFound(request.cwd)], packagesRead: 0 };
  const api = findApi(`${root.folder}/`);
  const layout = api === null ? new NodeModulesLayout(root.folder) : new PnpLayout(api);
  const reader = new PackageReader(manifests, layout);
  const application = reader.enter(root);
  const scanPackages = request.scope === "installed" ? scanInstalled : scanReachable;
  const { packages, absent } = scanPackages(application, layout, reader);
  const reports = packages.map((found) =>
    reportPackage(found, { groups: request.groups, application: found === application }, layout),
  );
  const inactive = api === null ? pnpNotActive(application, absent) : undefined;
  return ownFindings({
    entries: reports.flatMap(({ entries }) => entries),
    skipped: [
      ...reader.skipped,
      ...reports.flatMap(({ skipped }) => skipped),
      // Without the map everything looks absent, which would be said of each package in vain.
      ...(inactive === undefined ? absent.filter(({ required }) => required).map(notInstalled) : [inactive]),
    ],
    prefer: reports[0]?.prefer ?? {},
    packagesRead: reader.packagesRead,
  });
}

function applicationNotFound(cwd: string): SkippedEntry {
  const rejection = {
    path: "",
    action: "find the application",
    problem: {
      code: "application_not_found" as const,
      expected: `a package.json in ${printable(cwd, 500)} or a folder above it`,
      found: "none",
      remedy: "Run inside the application's folder, or give its path as the registry's `cwd`.",
    },
  };
  return toVerdict(rejection, { package: "", file: "" });
}

function notInstalled({ name, dependent }: AbsentDependency): SkippedEntry {
  const rejection = {
    path: `dependencies.${name}`,
    action: `find package ${name}`,
    problem: {
      code: "package_not_installed" as const,
      expected: "an installed package",
      found: "none",
      reason: `${dependent.label === "" ? "the application" : dependent.label} depends on it, but it is not installed`,
      remedy: "Install the application's dependencies, or remove this one from the package.json.",
    },
  };
  return toVerdict(rejection, { package: name, file: dependent.file });
}
