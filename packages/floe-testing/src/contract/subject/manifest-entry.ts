import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { reasonOf, type PluginType, type StaticPluginEntry } from "floe-core";
import type { ContractDeclaration } from "../contract-options.ts";
import { ContractSetupError } from "../contract-setup-error.ts";

/** What a package.json says of one plugin. */
export interface ManifestEntry {
  readonly name: string;
  /** What a static table has to state so that the plugin meets the identity that its package gives it. */
  readonly entry: Omit<StaticPluginEntry, "load">;
}

const DETAILS = ["apiVersion", "description", "dependencies"] as const;

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads who a plugin is from its package's `floe` block. What is wrong with the block beyond that is left to
 * whoever discovers it.
 *
 * @throws ContractSetupError if there is no package.json, or no plugin of this type and name in it.
 */
export function readManifestEntry(type: PluginType, folder: string | URL, name?: string): ManifestEntry {
  const manifest = readPackageJson(folder);
  const block = object(manifest["floe"]);
  const group = type.slice("floe.".length);
  const entries = object(block[group]);
  const names = Object.keys(entries);
  const chosen = name ?? (names.length === 1 ? names[0] : undefined);
  if (chosen === undefined || !Object.hasOwn(entries, chosen)) {
    const found = names.length === 0 ? "none" : names.join(", ");
    throw new ContractSetupError(
      `${fileOf(folder)} has ${found} under floe.${group}, not ${name ?? "exactly one plugin"}`,
      name === undefined ? "Say which plugin it is with `name`." : "Mend the name, or the floe block.",
    );
  }
  const long = object(entries[chosen]);
  const details = statedOf({ apiVersion: block["apiVersion"], ...statedOf(long) });
  return { name: chosen, entry: { package: String(manifest["name"]), version: String(manifest["version"]), ...details } };
}

/** As it is written: what is wrong with it has to come to the eyes of whoever discovers it. */
function statedOf(from: Json): Partial<StaticPluginEntry> {
  const stated = DETAILS.map((member) => [member, from[member]] as const).filter(([, value]) => value !== undefined);
  return Object.fromEntries(stated);
}

/**
 * What a package declares of a plugin for contract suites: `floeContract`, group, name, in its package.json.
 *
 * @throws ContractSetupError if there is no package.json.
 */
export function readDeclaration(type: PluginType, folder: string | URL, name: string): ContractDeclaration {
  const declared = object(readPackageJson(folder)["floeContract"]);
  return object(object(declared[type.slice("floe.".length)])[name]);
}

function readPackageJson(folder: string | URL): Json {
  try {
    // A byte order mark is no part of the text, and discovery reads past it too.
    return object(JSON.parse(readFileSync(fileOf(folder), "utf8").replace(/^\uFEFF/, "")));
  } catch (error) {
    throw new ContractSetupError(
      `the package.json in ${String(folder)} cannot be read: ${reasonOf(error)}`,
      "Give the folder of the plugin's package, as a path or a file URL.",
    );
  }
}

function fileOf(folder: string | URL): string {
  return join(folder instanceof URL || folder.startsWith("file:") ? fileURLToPath(folder) : folder, "package.json");
}

function object(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
