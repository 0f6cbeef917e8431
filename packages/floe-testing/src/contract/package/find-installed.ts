import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

const PACKAGE_FOLDER = /^(@[^/\\]+\/)?[^/\\.@][^/\\]*$/;

/** Whether a name leads to a folder below `node_modules` and nowhere else. */
export function isPackageFolder(name: string): boolean {
  return PACKAGE_FOLDER.test(name);
}

/**
 * The folder of an installed package, links resolved, as code in `folder` would find it: in the nearest
 * `node_modules` upward. Folders that are the same for every package of a machine do not count.
 */
export function findInstalled(name: string, folder: string): string | undefined {
  // Anything else would lead out of the folders in which packages are.
  if (!isPackageFolder(name)) return undefined;
  for (let at = folder; ; at = dirname(at)) {
    const candidate = join(at, "node_modules", name);
    if (existsSync(join(candidate, "package.json"))) return realpathSync(candidate);
    if (dirname(at) === at) return undefined;
  }
}
