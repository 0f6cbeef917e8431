import { compareText } from "../compare-text.ts";
import type { FoundPackage } from "./found-package.ts";
import type { PackageLayout } from "./package-layout.ts";
import type { PackageReader } from "./package-reader.ts";
import type { AbsentDependency, ScanResult } from "./scan-result.ts";

/** Scope `installed`: the application and every package that it can see, whether it depends on it or not. */
export function scanInstalled(application: FoundPackage, layout: PackageLayout, reader: PackageReader): ScanResult {
  const packages: FoundPackage[] = [];
  const taken = new Map<string, string>();
  const onUnreadable = reader.rejectFolder.bind(reader);
  for (const { slot, name, folder, distance } of layout.installed(application.folder, onUnreadable)) {
    if (taken.has(slot)) continue;
    const read = reader.read(folder, name, distance);
    if (read !== undefined) taken.set(slot, folder);
    if (typeof read === "object") packages.push(read);
  }
  packages.sort((left, right) => left.distance - right.distance || compareText(left.folder, right.folder));
  packages.unshift(application);
  /** What was read is there, even if it could not be read. */
  const isThere = (folder: string, name: string): true | undefined =>
    taken.get(name) === folder || taken.has(layout.identity(folder)) || reader.exists(folder) ? true : undefined;
  const absent: AbsentDependency[] = packages.flatMap((dependent) =>
    dependent.dependencies
      .filter(({ name }) => layout.find(name, dependent.folder, (folder) => isThere(folder, name)) === undefined)
      .map((dependency) => ({ ...dependency, dependent })),
  );
  return { packages, absent };
}
