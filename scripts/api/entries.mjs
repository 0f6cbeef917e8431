import path from "node:path";

/**
 * @typedef {{ pkg: import("../shared/workspace.mjs").WorkspacePackage, declarations: string, report: string }} ApiEntry
 * `declarations` is the built .d.ts, absolute; `report` the committed file, relative to the package.
 */

/**
 * The entries of a package that have types: each gets a report of its own, `etc/<entry>.api.md`.
 *
 * @param {import("../shared/workspace.mjs").WorkspacePackage} pkg
 * @returns {ApiEntry[]}
 */
export function apiEntries(pkg) {
  return Object.entries(pkg.manifest.exports ?? {}).flatMap(([entry, target]) => {
    const types = typeof target === "string" ? undefined : target["types"];
    if (types === undefined) return [];
    const name = entry === "." ? "index" : entry.slice(2).replaceAll("/", "-");
    return [{ pkg, declarations: path.join(pkg.dir, types), report: `etc/${name}.api.md` }];
  });
}
