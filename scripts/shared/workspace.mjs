import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @typedef {{
 *   name: string,
 *   version: string,
 *   private?: boolean,
 *   exports?: Record<string, string | Record<string, string>>,
 *   publishConfig?: { exports?: Record<string, string | Record<string, string>> },
 *   files?: string[],
 *   [field: string]: unknown,
 * }} Manifest
 *
 * @typedef {{ folder: string, dir: string, manifest: Manifest }} WorkspacePackage
 * `folder` is relative to the root and uses slashes; `dir` is absolute.
 */

/** The repository's folder, absolute. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * The packages that are published: everything under packages/ and plugins/ that is not private.
 *
 * @param {string} [from] the repository's folder
 * @returns {WorkspacePackage[]}
 */
export function publicPackages(from = root) {
  return ["packages", "plugins"]
    .flatMap((parent) => foldersIn(path.join(from, parent)).map((name) => `${parent}/${name}`))
    .filter((folder) => existsSync(path.join(from, folder, "package.json")))
    .map((folder) => ({
      folder,
      dir: path.join(from, folder),
      manifest: /** @type {Manifest} */ (JSON.parse(readFileSync(path.join(from, folder, "package.json"), "utf8"))),
    }))
    .filter(({ manifest }) => manifest.private !== true);
}

/**
 * Every file below `dir`, relative to it with slashes, sorted; none if the folder does not exist.
 *
 * @param {string} dir
 * @returns {string[]}
 */
export function filesBelow(dir) {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
    .sort();
}

/** @param {string} dir */
function foldersIn(dir) {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
