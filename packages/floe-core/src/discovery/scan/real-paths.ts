import fs from "node:fs";
import path from "node:path";

/**
 * Resolves symbolic links and remembers what it resolved. Packages lie side by side, so most of a path is
 * known already, where `fs.realpathSync` would ask the system about each of its parts again.
 */
export class RealPaths {
  readonly #known = new Map<string, string>();
  readonly #files = new Set<string>();

  /** @param realFolder a folder known to have no symbolic links in its path. */
  constructor(realFolder: string) {
    this.#known.set(realFolder, realFolder);
  }

  /** `place`, which is absolute and normalised, without symbolic links. Throws as `fs.realpathSync` does. */
  resolve(place: string): string {
    const known = this.#known.get(place);
    if (known !== undefined) return known;
    const parent = path.dirname(place);
    if (parent === place) return place;
    const realParent = this.resolve(parent);
    const joined = realParent === parent ? place : path.join(realParent, path.basename(place));
    const stats = fs.lstatSync(joined);
    if (stats.isFile()) this.#files.add(joined);
    const real = stats.isSymbolicLink() ? fs.realpathSync.native(joined) : joined;
    this.#known.set(place, real).set(real, real);
    return real;
  }

  /** Whether there is a regular file at the resolved path `real`. Throws if there is nothing. */
  isFile(real: string): boolean {
    return this.#files.has(real) || fs.statSync(real).isFile();
  }
}
