import { readFileSync } from "node:fs";
import path from "node:path";
import { findPnpApi } from "floe-core";

/** A package.json that can be read, and the folder it stands in. */
export interface PackageManifest {
  /** Absolute. */
  readonly folder: string;
  readonly content: Readonly<Record<string, unknown>>;
}

const FIELDS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

/** The application: the nearest package.json from `cwd` upward; undefined if there is none that can be read. */
export function findApplication(cwd: string): PackageManifest | undefined {
  for (let folder = path.resolve(cwd); ; folder = path.dirname(folder)) {
    const found = readManifest(folder);
    if (found !== undefined || path.dirname(folder) === folder) return found;
  }
}

/** Where the application states that it needs a package, for example `devDependencies`; undefined if nowhere. */
export function declaredIn(application: PackageManifest, name: string): string | undefined {
  return FIELDS.find((field) => Object.hasOwn(objectAt(application.content, field), name));
}

/** A package as Node finds it from `folder`, whether or not it has to do with floe. */
export function findPackage(name: string, folder: string): PackageManifest | undefined {
  const unqualified = findInPnp(name, folder);
  if (unqualified !== undefined) return readManifest(unqualified);
  for (let at = folder; ; at = path.dirname(at)) {
    const found = readManifest(path.join(at, "node_modules", name));
    if (found !== undefined || path.dirname(at) === at) return found;
  }
}

/** The object under `key`; empty if there is none. */
export function objectAt(content: PackageManifest["content"], key: string): Readonly<Record<string, unknown>> {
  const value = Object.hasOwn(content, key) ? content[key] : undefined;
  return isObject(value) ? value : {};
}

function readManifest(folder: string): PackageManifest | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    return isObject(content) ? { folder, content } : undefined;
  } catch {
    // Not there, or unreadable: of the latter discovery has a verdict.
    return undefined;
  }
}

/** Where Yarn's Plug'n'Play has a package; undefined in a process that Yarn did not start. */
function findInPnp(name: string, folder: string): string | undefined {
  try {
    return findPnpApi(`${folder}/`)?.resolveToUnqualified(name, `${folder}/`, { considerBuiltins: false }) ?? undefined;
  } catch {
    // That is how it says that the package is not declared or not installed.
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
