import fs from "node:fs";
import path from "node:path";
import type { JsonObject } from "../manifest/json-object.ts";
import { parseManifest } from "../manifest/parse-manifest.ts";
import type { Problem } from "../problem.ts";
import type { ManifestReader } from "./manifest-reader.ts";

/** The application: the folder of the nearest package.json, and what that says. */
export interface ApplicationRoot {
  /** Absolute, symbolic links resolved. */
  readonly folder: string;
  /** Empty if the file cannot be read. */
  readonly manifest: JsonObject;
  /** Why it cannot be read. */
  readonly problem?: Problem;
}

/** Looks for a package.json in `cwd` and upward; one that cannot be read ends the search too. */
export function findApplicationRoot(cwd: string, manifests: ManifestReader): ApplicationRoot | undefined {
  for (let folder = existingFolder(cwd); ; folder = path.dirname(folder)) {
    const read = manifests.read(path.join(folder, "package.json"), () => true);
    if (typeof read === "object") {
      const { value, problem } = read.problem === undefined ? parseManifest(read.value) : read;
      return problem === undefined ? { folder, manifest: value } : { folder, manifest: {}, problem };
    }
    if (path.dirname(folder) === folder) return undefined;
  }
}

/** The real path of `cwd`, or of the nearest folder above it that exists. */
function existingFolder(cwd: string): string {
  for (let folder = path.resolve(cwd); ; folder = path.dirname(folder)) {
    try {
      return fs.realpathSync.native(folder);
    } catch {
      // Not there, or not for this process: what is above it may be.
      if (path.dirname(folder) === folder) return folder;
    }
  }
}
