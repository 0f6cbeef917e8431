import fs from "node:fs";
import path from "node:path";
import type { InstalledFolder, OnUnreadable, PackageLayout } from "./package-layout.ts";
import { RealPaths } from "./real-paths.ts";

/** One `node_modules` folder, and what is known of it. */
interface Modules {
  readonly path: string;
  /** The names under which a package was found. They are the dependencies' own texts: paths would cost a tenth of a scan to keep. */
  readonly met: Set<string>;
  /** Whether something was missing in it. */
  missed: boolean;
}

/** Packages in `node_modules` folders, found as Node finds them: npm, pnpm and Yarn's node-modules linker. */
export class NodeModulesLayout implements PackageLayout {
  readonly #realPaths: RealPaths;
  readonly #modules = new Map<string, Modules | undefined>();

  /** @param application the application's folder, symbolic links resolved. */
  constructor(application: string) {
    this.#realPaths = new RealPaths(application);
  }

  find<Found>(name: string, folder: string, look: (candidate: string) => Found | undefined): Found | "met" | undefined {
    for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) {
      const modules = this.#modulesIn(at);
      if (modules === undefined) continue;
      if (modules.met.has(name)) return "met";
      const candidate = `${modules.path}${path.sep}${name}`;
      // A failed open costs several times a question whether the folder is there, and a successful one makes
      // the question superfluous. So it is asked only where something was missing before, as in a workspace.
      if (modules.missed && !fs.existsSync(candidate)) continue;
      const found = look(candidate);
      if (found !== undefined) {
        modules.met.add(name);
        return found;
      }
      modules.missed = true;
    }
    return undefined;
  }

  installed(folder: string, onUnreadable: OnUnreadable): InstalledFolder[] {
    const found: InstalledFolder[] = [];
    let distance = 0;
    for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) {
      distance += 1;
      const modules = this.#modulesIn(at);
      if (modules === undefined) continue;
      for (const name of listPackages(modules.path, onUnreadable)) {
        found.push({ slot: name, name, folder: `${modules.path}${path.sep}${name}`, distance });
      }
    }
    return found;
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
  #modulesIn(folder: string): Modules | undefined {
    const known = this.#modules.get(folder);
    if (known !== undefined || this.#modules.has(folder)) return known;
    const candidate = path.join(folder, "node_modules");
    const isThere = path.basename(folder) !== "node_modules" && isFolder(candidate);
    const modules = isThere ? { path: candidate, met: new Set<string>(), missed: false } : undefined;
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

/** Folders, and links that may lead to one; not `.bin`, `.pnpm` and the like. */
function listPackages(modules: string, onUnreadable: OnUnreadable): string[] {
  const names: string[] = [];
  for (const name of list(modules, onUnreadable)) {
    if (!name.startsWith("@")) names.push(name);
    else for (const scoped of list(`${modules}${path.sep}${name}`, onUnreadable)) names.push(`${name}/${scoped}`);
  }
  return names;
}

function list(folder: string, onUnreadable: OnUnreadable): string[] {
  const names: string[] = [];
  try {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      if (!entry.name.startsWith(".") && (entry.isDirectory() || entry.isSymbolicLink())) names.push(entry.name);
    }
  } catch (error) {
    onUnreadable(folder, error);
  }
  return names;
}
