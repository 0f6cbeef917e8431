import fs from "node:fs";
import path from "node:path";
import type { InstalledFolder, OnUnreadable, PackageLayout } from "./package-layout.ts";
import { RealPaths } from "./real-paths.ts";

/** Packages in `node_modules` folders, found as Node finds them: npm, pnpm and Yarn's node-modules linker. */
export class NodeModulesLayout implements PackageLayout {
  readonly #realPaths: RealPaths;
  readonly #modules = new Map<string, string | undefined>();
  readonly #missedIn = new Set<string>();

  /** @param application the application's folder, symbolic links resolved. */
  constructor(application: string) {
    this.#realPaths = new RealPaths(application);
  }

  find<Found>(name: string, folder: string, look: (candidate: string) => Found | undefined): Found | undefined {
    for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) {
      const modules = this.#modulesIn(at);
      if (modules === undefined) continue;
      const candidate = `${modules}${path.sep}${name}`;
      // A failed open costs several times a question whether the folder is there, and a successful one makes
      // the question superfluous. So it is asked only where something was missing before, as in a workspace.
      if (this.#missedIn.has(modules) && !fs.existsSync(candidate)) continue;
      const found = look(candidate);
      if (found !== undefined) return found;
      this.#missedIn.add(modules);
    }
    return undefined;
  }

  *installed(folder: string, onUnreadable: OnUnreadable): Iterable<InstalledFolder> {
    let distance = 0;
    for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) {
      distance += 1;
      const modules = this.#modulesIn(at);
      if (modules === undefined) continue;
      for (const name of listPackages(modules, onUnreadable)) {
        yield { slot: name, name, folder: `${modules}${path.sep}${name}`, distance };
      }
    }
  }

  resolve(place: string): string {
    return this.#realPaths.resolve(place);
  }

  isFile(real: string): boolean {
    return this.#realPaths.isFile(real);
  }

  identity(realFolder: string): string {
    return realFolder;
  }

  /** The `node_modules` folder in `folder`, if there is one. As in Node, there is none in another. */
  #modulesIn(folder: string): string | undefined {
    if (this.#modules.has(folder)) return this.#modules.get(folder);
    const candidate = path.join(folder, "node_modules");
    const modules = path.basename(folder) !== "node_modules" && isFolder(candidate) ? candidate : undefined;
    this.#modules.set(folder, modules);
    return modules;
  }
}

function parentOf(folder: string): string | undefined {
  const parent = path.dirname(folder);
  return parent === folder ? undefined : parent;
}

function isFolder(candidate: string): boolean {
  try {
    return fs.statSync(candidate, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    // What cannot be looked at (no permission, a loop of links) has no packages for this process.
    return false;
  }
}

function* listPackages(modules: string, onUnreadable: OnUnreadable): Iterable<string> {
  for (const entry of list(modules, onUnreadable)) {
    if (!entry.name.startsWith("@")) yield entry.name;
    else {
      const scope = `${modules}${path.sep}${entry.name}`;
      for (const scoped of list(scope, onUnreadable)) yield `${entry.name}/${scoped.name}`;
    }
  }
}

/** Folders, and links that may lead to one; not `.bin`, `.pnpm` and the like. */
function list(folder: string, onUnreadable: OnUnreadable): fs.Dirent[] {
  try {
    return fs
      .readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith(".") && (entry.isDirectory() || entry.isSymbolicLink()));
  } catch (error) {
    onUnreadable(folder, error);
    return [];
  }
}
