import fs from "node:fs";
import path from "node:path";
import type { SkippedEntry } from "../discovery-report.ts";
import { declaredDependencies } from "../manifest/declared-dependencies.ts";
import { own, type JsonObject } from "../manifest/json-object.ts";
import { mayHoldFloeBlock } from "../manifest/may-hold-floe-block.ts";
import { isPackageName } from "../manifest/is-package-name.ts";
import { parseManifest } from "../manifest/parse-manifest.ts";
import { printable } from "../printable.ts";
import { toVerdict, type Problem, type Rejection } from "../problem.ts";
import type { ApplicationRoot } from "./find-application-root.ts";
import type { FoundPackage } from "./found-package.ts";
import { unreadableProblem, type ManifestReader } from "./manifest-reader.ts";
import type { PackageLayout } from "./package-layout.ts";

/** A package met for the first time that concerns floe, or `other`: one that does not, or was met before. */
export type ReadPackage = FoundPackage | "other";

/** Reads package.json files and tells packages with a `floe` block from the many without. */
export class PackageReader {
  readonly #manifests: ManifestReader;
  readonly #layout: PackageLayout;
  readonly #identities = new Set<string>();
  readonly #skipped: SkippedEntry[] = [];
  #packagesRead = 0;

  constructor(manifests: ManifestReader, layout: PackageLayout) {
    this.#manifests = manifests;
    this.#layout = layout;
  }

  /** How many package.json files were read. */
  get packagesRead(): number {
    return this.#packagesRead;
  }

  /** Verdicts on package.json files and what they depend on, as far as it is met while reading. */
  get skipped(): readonly SkippedEntry[] {
    return this.#skipped;
  }

  /** Takes in the application, so that it is known when something depends on it. */
  enter(root: ApplicationRoot): FoundPackage {
    const file = manifestOf(root.folder);
    this.#packagesRead += 1;
    this.#isNew(root.folder);
    if (root.problem !== undefined) this.#skip(unreadable(root.problem, "the application's package.json"), "", file);
    return this.#found(root.folder, root.manifest, "", 0);
  }

  /**
   * Looks into `folder`, which was reached under the name `name`, `distance` steps from the application;
   * undefined if it holds no package.
   */
  read(folder: string, name: string, distance: number): ReadPackage | undefined {
    const file = manifestOf(folder);
    const read = this.#manifests.read(file, mayHoldFloeBlock);
    if (read === "absent") return undefined;
    this.#packagesRead += 1;
    if (read === "plain") return "other";
    if (read.problem !== undefined) return this.#reject(read.problem, folder, name);
    const parsed = parseManifest(read.value);
    if (parsed.problem !== undefined) return this.#reject(parsed.problem, folder, name);
    const manifest = parsed.value;
    return Object.hasOwn(manifest, "floe") ? this.#accept(manifest, folder, name, distance) : "other";
  }

  /** Whether `folder` holds a package, without looking at what it says. */
  exists(folder: string): boolean {
    return fs.existsSync(manifestOf(folder));
  }

  /** Takes note of a folder of packages that cannot be listed. */
  rejectFolder(folder: string, error: unknown): void {
    this.#skip({ path: "", action: "list packages", problem: unreadableProblem(error) }, "", folder);
  }

  #accept(manifest: JsonObject, folder: string, name: string, distance: number): ReadPackage {
    const real = this.#realPath(folder);
    return this.#isNew(real) ? this.#found(real, manifest, name, distance) : "other";
  }

  #reject(problem: Problem, folder: string, name: string): ReadPackage {
    const real = this.#realPath(folder);
    const label = printable(name);
    const rejection = unreadable(problem, `the package.json of ${label}`);
    if (this.#isNew(real)) this.#skip(rejection, label, manifestOf(real));
    return "other";
  }

  #found(folder: string, manifest: JsonObject, fallback: string, distance: number): FoundPackage {
    const name = own(manifest, "name");
    const label = isPackageName(name) ? name : printable(fallback);
    const file = manifestOf(folder);
    const { dependencies, rejections } = declaredDependencies(manifest, distance === 0);
    for (const rejection of rejections) this.#skip(rejection, label, file);
    return { folder, file, manifest, dependencies, label, distance };
  }

  #realPath(folder: string): string {
    try {
      return this.#layout.resolve(folder);
    } catch {
      // It was there a moment ago; its entries will turn out to be gone.
      return folder;
    }
  }

  #isNew(real: string): boolean {
    const identity = this.#layout.identity(real);
    if (this.#identities.has(identity)) return false;
    this.#identities.add(identity);
    return true;
  }

  #skip(rejection: Rejection, label: string, file: string): void {
    this.#skipped.push(toVerdict(rejection, { package: label, file }));
  }
}

function unreadable(problem: Problem, what: string): Rejection {
  return { path: "", action: `read ${what}`, problem };
}

/** Not `path.join`, which costs more than all the rest that is done for a package without a block. */
function manifestOf(folder: string): string {
  return folder.endsWith(path.sep) ? `${folder}package.json` : `${folder}${path.sep}package.json`;
}
