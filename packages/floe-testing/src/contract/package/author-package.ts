import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { reasonOf } from "floe-core";
import { ContractSetupError } from "../contract-setup-error.ts";
import { isPackageFolder } from "./find-installed.ts";
import { isError } from "../realm/is-error.ts";

/** A package.json, or a part of it. */
export type Json = Readonly<Record<string, unknown>>;

/** A plugin package as its author has it. */
export interface AuthorPackage {
  /** Absolute, links resolved. */
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  /** Its package.json. */
  readonly manifest: Json;
}

const HINT = "Give the folder of the plugin's package.";

/**
 * Reads what is to be tried.
 *
 * @throws ContractSetupError if the folder is no plugin package.
 */
export function readAuthorPackage(given: string | URL): AuthorPackage {
  const named = given instanceof URL || given.startsWith("file:") ? fileURLToPath(given) : given;
  let folder: string;
  try {
    folder = realpathSync(named);
  } catch (error) {
    throw new ContractSetupError(`there is no folder ${named} (${codeOf(error)})`, HINT);
  }
  const manifest = readManifest(folder);
  const [name, version] = [text(manifest, "name", folder), text(manifest, "version", folder)];
  if (!isPackageFolder(name)) throw new ContractSetupError(`${name} is no name of a package`, "Mend the name in its package.json.");
  const { floe } = manifest;
  if (floe === undefined) {
    throw new ContractSetupError(
      `${name} is no plugin package: its package.json has no floe block`,
      `${HINT} What a floe block looks like is said by floe-core/schema/floe-block.json.`,
    );
  }
  const names = Object.keys(asJson(floe)).filter((key) => key !== "apiVersion" && key !== "prefer");
  if (names.length === 0 && asJson(floe) === floe) {
    throw new ContractSetupError(`${name} has no plugin: its floe block names none`, HINT);
  }
  return { folder, name, version, manifest };
}

/** The package.json in a folder. @throws ContractSetupError if it cannot be read. */
export function readManifest(folder: string): Json {
  const file = join(folder, "package.json");
  try {
    const manifest: unknown = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
    if (asJson(manifest) === manifest) return asJson(manifest);
    throw new TypeError("it is no JSON object");
  } catch (error) {
    throw new ContractSetupError(`${file} cannot be read: ${reasonOf(error)}`, HINT);
  }
}

/** A JSON object, or an empty one in place of anything else. */
export function asJson(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function text(manifest: Json, field: string, folder: string): string {
  const value = manifest[field];
  if (typeof value === "string" && value !== "") return value;
  throw new ContractSetupError(`the package.json in ${folder} has no ${field}`, `Add a ${field}: nothing can be packed without one.`);
}

function codeOf(error: unknown): string {
  return isError(error) && "code" in error ? String(error.code) : reasonOf(error);
}
