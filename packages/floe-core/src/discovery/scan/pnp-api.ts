import nodeModule from "node:module";
import { isJsonObject } from "../manifest/json-object.ts";

/** One package of a Yarn Plug'n'Play project. */
export interface PnpLocator {
  readonly name: string | null;
  readonly reference: string | null;
}

/** Where a package is and what it may import; a name, a reference, or both for an alias, null for an absent peer. */
export interface PnpPackage {
  readonly packageLocation: string;
  readonly packageDependencies: ReadonlyMap<string, string | readonly [string, string] | null>;
}

/** What discovery calls of the API that Yarn puts into the processes it starts ("PnP API" in Yarn's documentation). */
export interface PnpApi {
  /** The folder of a package as seen from `issuer`; throws if it is not declared or not installed. */
  resolveToUnqualified(
    request: string,
    issuer: string,
    options: { readonly considerBuiltins: boolean },
  ): string | null;
  findPackageLocator(location: string): PnpLocator | null;
  getPackageInformation(locator: PnpLocator): PnpPackage | null;
  getAllLocators(): readonly PnpLocator[];
  /** The path without the part that tells instances of a package with different peers apart; null if there is none. */
  resolveVirtual(location: string): string | null;
}

/** The API of the project that `folder` belongs to; null if it belongs to none. */
export type FindPnpApi = (folder: string) => PnpApi | null;

/** Node's own `module.findPnpApi`, which exists only in a process that Yarn started. */
export function findPnpApi(folder: string): PnpApi | null {
  const find: unknown = Reflect.get(nodeModule, "findPnpApi");
  if (typeof find !== "function") return null;
  const api: unknown = Reflect.apply(find, nodeModule, [folder]);
  return isPnpApi(api) ? api : null;
}

const METHODS = ["resolveToUnqualified", "findPackageLocator", "getPackageInformation", "getAllLocators", "resolveVirtual"];

function isPnpApi(api: unknown): api is PnpApi {
  return isJsonObject(api) && METHODS.every((method) => typeof api[method] === "function");
}
