import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { extract } from "tar";
import { ContractSetupError } from "../contract-setup-error.ts";
import { asJson, readManifest, type AuthorPackage, type Json } from "./author-package.ts";
import { findInstalled } from "./find-installed.ts";
import { isError } from "../realm/is-error.ts";

/** A packed package in an otherwise empty application. */
export interface InstalledPackage {
  /** The application's folder. */
  readonly application: string;
  /** The package's folder, which holds what its tarball holds. */
  readonly folder: string;
  /** The package.json as it was packed. */
  readonly manifest: Json;
}

/** The names that a package.json declares: what has to be there, and what may be missing. */
interface Declared {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const CORE = "floe-core";

/**
 * Unpacks a tarball into a new application, in the empty folder `application`. Beside it stands what its package.json
 * declares, in the versions that its author has installed, and floe-core, so that what is not declared cannot be
 * imported. Nothing is downloaded.
 *
 * @throws ContractSetupError if something that it declares is not installed where its author works.
 */
export async function installPackage(tarball: string, author: AuthorPackage, application: string): Promise<InstalledPackage> {
  const folder = join(application, "node_modules", author.name);
  mkdirSync(folder, { recursive: true });
  await extract({ file: tarball, cwd: folder, strip: 1 });
  const manifest = readManifest(folder);
  const dependencies = { [author.name]: author.version, [CORE]: "*" };
  const stated = { name: "floe-contract-application", version: "1.0.0", private: true, dependencies };
  writeFileSync(join(application, "package.json"), JSON.stringify(stated, undefined, 2));
  const { required, optional } = declaredBy(manifest);
  const missing = required.filter((name) => !linkInstalled(name, author, application));
  if (missing.length > 0) {
    throw new ContractSetupError(
      `${author.name} depends on ${missing.join(", ")}, not installed where it is developed`,
      "Install the package's dependencies first. Yarn's Plug'n'Play has no folders to install from; use nodeLinker: node-modules.",
    );
  }
  // A package that does not declare floe-core hears so from its own clause, and the rest of it can be tried.
  for (const name of [...optional, CORE]) linkInstalled(name, author, application);
  return { application, folder, manifest };
}

/** Puts a package beside the one under test; false if the author has none. */
export function linkInstalled(name: string, author: AuthorPackage, application: string): boolean {
  const target = findInstalled(name, author.folder);
  if (target === undefined) return false;
  const link = join(application, "node_modules", name);
  mkdirSync(dirname(link), { recursive: true });
  try {
    symlinkSync(target, link, "junction");
  } catch (error) {
    if (!(isError(error) && "code" in error && error.code === "EEXIST")) throw error;
  }
  return true;
}

/** What a package.json says that the package needs at run time. */
export function declaredBy(manifest: Json): Declared {
  const names = (field: string): readonly string[] => Object.keys(asJson(manifest[field]));
  const meta = asJson(manifest["peerDependenciesMeta"]);
  const optional = [...names("optionalDependencies"), ...Object.keys(meta).filter((name) => asJson(meta[name])["optional"] === true)];
  const all = [...names("dependencies"), ...names("peerDependencies")];
  return { required: [...new Set(all)].filter((name) => !optional.includes(name)), optional };
}
