import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { filesBelow } from "../shared/workspace.mjs";

/** Where a bundle's files are listed, in the `dist` they lie in, so that turbo's cache keeps the list with them. */
export const BUNDLED = ".bundled";

const SCRIPT = /\.js(\.map)?$/;
const OUTPUT = /\.(d\.ts|js)(\.map)?$/;

/**
 * Removes from a package's `dist` what its last build did not make: the compiler leaves the output of sources that are
 * gone, turbo what it finds beside the files of its cache, and it would be published.
 *
 * @param {string} dir the package's folder
 */
export function removeStaleOutput(dir) {
  const dist = path.join(dir, "dist");
  const list = path.join(dist, BUNDLED);
  /** @type {string[] | undefined} */
  const bundled = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : undefined;
  for (const file of filesBelow(dist)) {
    const isBundled = bundled !== undefined && SCRIPT.test(file);
    if (isBundled ? !bundled.includes(file) : isWithoutSource(dir, file)) rmSync(path.join(dist, file));
  }
}

/** @param {string} dir @param {string} file */
function isWithoutSource(dir, file) {
  return OUTPUT.test(file) && !existsSync(path.join(dir, "src", file.replace(OUTPUT, ".ts")));
}
