import path from "node:path";
import type { PnpApi, PnpLocator } from "../../../../src/discovery/scan/pnp-api.ts";

/** A package of a {@link fakePnp} project. */
export interface FakePnpPackage {
  readonly name: string;
  readonly reference: string;
  readonly folder: string;
  /** Name to reference, `[name, reference]` or null, as in Yarn's map. */
  readonly dependencies?: Readonly<Record<string, string | readonly [string, string] | null>>;
  /** The folder of the archive, where `folder` is an instance of it with peers. */
  readonly archive?: string;
}

/** Yarn's Plug'n'Play API over these packages. As Yarn's own, it throws for what is not declared. */
export function fakePnp(packages: readonly FakePnpPackage[]): PnpApi {
  const at = (location: string): FakePnpPackage | undefined =>
    packages.find(({ folder }) => path.resolve(location) === path.resolve(folder));
  const of = (locator: PnpLocator): FakePnpPackage | undefined =>
    packages.find(({ name, reference }) => name === locator.name && reference === locator.reference);
  return {
    resolveToUnqualified(request, issuer) {
      const target = at(issuer)?.dependencies?.[request];
      if (target === undefined || target === null) throw new Error(`${request} is not declared`);
      const [name, reference] = typeof target === "string" ? [request, target] : target;
      const found = of({ name, reference });
      return found === undefined ? null : `${found.folder}/`;
    },
    findPackageLocator(location) {
      const found = at(location);
      return found === undefined ? null : { name: found.name, reference: found.reference };
    },
    getPackageInformation(locator) {
      const found = of(locator);
      if (found === undefined) return null;
      return {
        packageLocation: `${found.folder}/`,
        packageDependencies: new Map(Object.entries(found.dependencies ?? {})),
      };
    },
    getAllLocators: () => packages.map(({ name, reference }) => ({ name, reference })),
    resolveVirtual: (location) => at(location)?.archive ?? null,
  };
}
