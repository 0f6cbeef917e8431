import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { FloeCoreVersions } from "./temp-package.ts";

/** The constants that a copy may state differently. Which compiled file states them is the bundler's choice. */
const STATED = { version: "FLOE_CORE_VERSION", apiVersion: "FLOE_PLUGIN_API_VERSION" } as const;

/** The folder of the floe-core that floe-testing runs on, links resolved. @throws Error if there is none. */
export function findFloeCore(): string {
  return findPackage("floe-core", import.meta.url) ?? cannotFind();
}

/** The version of the floe-core that floe-testing runs on. */
export function floeCoreVersion(): string {
  return String(readManifest(findFloeCore())["version"]);
}

/**
 * Makes `folder` a real copy of floe-core: its package.json and its compiled modules, with links to what it
 * depends on.
 *
 * @throws Error if floe-core was not built.
 */
export function copyFloeCore(folder: string, versions: FloeCoreVersions = {}): void {
  copyCore(findFloeCore(), folder, versions);
}

/** {@link copyFloeCore} from the floe-core in folder `original`. */
export function copyCore(original: string, folder: string, versions: FloeCoreVersions): void {
  const manifest = readManifest(original);
  if (!existsSync(join(original, "dist/index.js"))) {
    throw new Error("Cannot copy floe-core: it has no dist/index.js; build it first");
  }
  mkdirSync(folder, { recursive: true });
  cpSync(join(original, "dist"), join(folder, "dist"), { recursive: true, filter: isNeededToRun });
  const { version = manifest["version"] } = versions;
  writeFileSync(join(folder, "package.json"), `${JSON.stringify({ ...manifest, version }, undefined, 2)}\n`);
  for (const member of ["version", "apiVersion"] as const) {
    const stated = versions[member];
    if (stated !== undefined) restate(join(folder, "dist"), member, stated);
  }
  linkDependencies(original, folder);
}

/** Type declarations and source maps are most of the bytes; what starts with a dot belongs to the build. */
function isNeededToRun(path: string): boolean {
  return !/\.(?:d\.ts|map)$|[\\/]\.[^\\/]*$/.test(path);
}

function restate(dist: string, member: keyof typeof STATED, value: string): void {
  const statement = new RegExp(`(const ${STATED[member]} = )["'][^"']*["']`);
  for (const file of readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"))) {
    const path = join(dist, file);
    const text = readFileSync(path, "utf8");
    if (!statement.test(text)) continue;
    writeFileSync(path, text.replace(statement, `$1${JSON.stringify(value)}`));
    return;
  }
  throw new Error(`Cannot copy floe-core as ${value}: none of its modules states ${STATED[member]}`);
}

/** What the floe-core in folder `original` depends on, peers too, as far as it is there: name to real folder. */
export function coreDependencies(original: string): ReadonlyMap<string, string> {
  const manifest = readManifest(original);
  const fields = [manifest["dependencies"], manifest["peerDependencies"]];
  const found = fields.flatMap((field) =>
    Object.keys(field ?? {}).flatMap((name) => {
      const folder = findPackage(name, join(original, "package.json"));
      return folder === undefined ? [] : [[name, folder] as const];
    }),
  );
  return new Map(found);
}

function linkDependencies(original: string, folder: string): void {
  for (const [name, target] of coreDependencies(original)) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(target, link);
  }
}

/** By the folders that Node looks in: `exports` may hide a package.json, and nothing has to be built for it. */
function findPackage(name: string, from: string): string | undefined {
  const folders = createRequire(from).resolve.paths(name) ?? [];
  const found = folders.map((folder) => join(folder, name)).find((folder) => existsSync(join(folder, "package.json")));
  return found === undefined ? undefined : realpathSync(found);
}

function readManifest(folder: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Readonly<Record<string, unknown>>;
}

function cannotFind(): never {
  throw new Error("Cannot find floe-core: it is in no node_modules folder above floe-testing");
}
