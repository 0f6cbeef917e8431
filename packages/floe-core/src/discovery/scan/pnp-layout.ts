import fs from "node:fs";
import path from "node:path";
import { compareText } from "../compare-text.ts";
import type { InstalledFolder, PackageLayout } from "./package-layout.ts";
import type { PnpApi, PnpLocator } from "./pnp-api.ts";

/** Packages where Yarn's Plug'n'Play map says, mostly inside zip archives. */
export class PnpLayout implements PackageLayout {
  readonly #api: PnpApi;
  readonly #met = new Set<string>();

  constructor(api: PnpApi) {
    this.#api = api;
  }

  find<Found>(name: string, folder: string, look: (candidate: string) => Found | undefined): Found | "met" | undefined {
    let location: string | null;
    try {
      // The issuer ends in a slash to be taken for a folder. "events" is a package too, not only a built-in.
      location = this.#api.resolveToUnqualified(name, `${folder}/`, { considerBuiltins: false });
    } catch {
      // This is how Yarn says that the package is not declared, or an absent peer.
      return undefined;
    }
    if (location === null) return undefined;
    if (this.#met.has(location)) return "met";
    const found = look(withoutSlash(location));
    if (found !== undefined) this.#met.add(location);
    return found;
  }

  /** The application's own dependencies first, then every other package of the project. */
  *installed(folder: string): Iterable<InstalledFolder> {
    yield* this.#places(this.#dependencies(folder), 1);
    yield* this.#places(this.#api.getAllLocators(), 2);
  }

  resolve(place: string): string {
    return fs.realpathSync.native(place);
  }

  isFile(real: string): boolean {
    return fs.statSync(real).isFile();
  }

  identity(realFolder: string): string {
    return withoutSlash(this.#api.resolveVirtual(`${realFolder}/`) ?? realFolder);
  }

  #dependencies(folder: string): PnpLocator[] {
    const application = this.#api.findPackageLocator(`${folder}/`);
    const declared = application === null ? null : this.#api.getPackageInformation(application);
    return [...(declared?.packageDependencies ?? [])].flatMap(([name, target]) => {
      if (target === null) return [];
      return typeof target === "string" ? { name, reference: target } : { name: target[0], reference: target[1] };
    });
  }

  #places(locators: readonly PnpLocator[], distance: number): InstalledFolder[] {
    const places = locators.flatMap((locator) => {
      const location = this.#api.getPackageInformation(locator)?.packageLocation;
      if (location === undefined) return [];
      const folder = withoutSlash(location);
      return { slot: this.identity(folder), name: locator.name ?? "", folder, distance };
    });
    // Of a package's instances, one with its peers comes before the bare archive, which has none of them.
    return places.sort(
      (left, right) =>
        Number(left.slot === left.folder) - Number(right.slot === right.folder) ||
        compareText(left.folder, right.folder),
    );
  }
}

/** Yarn writes folders with a slash at the end, and with `/` on Windows too. */
function withoutSlash(location: string): string {
  return path.resolve(location);
}
