import { compareText } from "../compare-text.ts";
import type { FoundPackage } from "./found-package.ts";
import type { PackageLayout } from "./package-layout.ts";
import type { PackageReader } from "./package-reader.ts";
import type { AbsentDependency, ScanResult } from "./scan-result.ts";

/**
 * Scope `reachable`: the application, what it depends on, and from there breadth-first through packages
 * that carry a `floe` block. A level is sorted before the next one is read, so the result is the same
 * whatever the order of keys in the files.
 */
export function scanReachable(application: FoundPackage, layout: PackageLayout, reader: PackageReader): ScanResult {
  const packages: FoundPackage[] = [];
  const absent: AbsentDependency[] = [];
  let level: FoundPackage[] = [application];
  while (level.length > 0) {
    const next: FoundPackage[] = [];
    for (const dependent of level) {
      packages.push(dependent);
      for (const dependency of dependent.dependencies) {
        const { name } = dependency;
        const read = layout.find(name, dependent.folder, (folder) => reader.read(folder, name, dependent.distance + 1));
        if (read === undefined) absent.push({ ...dependency, dependent });
        else if (typeof read === "object") next.push(read);
      }
    }
    level = next.sort((left, right) => compareText(left.folder, right.folder));
  }
  return { packages, absent };
}
