import type { SkipCode } from "floe-core";
import type { TempFile } from "../../temp-project/temp-file.ts";
import type { TempPackage } from "../../temp-project/temp-package.ts";

/** A package that offers no plugin because of one thing that is wrong, and the one verdict it gets. */
export interface BrokenManifest {
  /** Unique and stable. */
  readonly id: string;
  /** What is wrong, as the end of the sentence "a package ...". */
  readonly title: string;
  /** For `createTempProject`, under any name; several may stand in one project. */
  readonly package: TempPackage;
  readonly code: SkipCode;
  /** The JSON path that the verdict names. */
  readonly path: string;
}

/** Nothing of a broken package may ever be imported. */
const MODULE = 'throw new Error("imported although its package is broken");\n';

/** The file that the entries below point to, unless the file itself is what is wrong. */
export const MODULE_FILES: Readonly<Record<string, TempFile>> = Object.freeze({ "plugin.js": MODULE });

/** A good entry's value. */
export const GOOD_ENTRY = "./plugin.js#Plugin";

/** A package whose block is `floe`. */
export function brokenBlock(
  id: string,
  title: string,
  code: SkipCode,
  path: string,
  floe: unknown,
): BrokenManifest {
  return Object.freeze({ id, title, code, path, package: { floe, files: MODULE_FILES } });
}

/** A package whose block is raw text. */
export function brokenBlockText(id: string, title: string, code: SkipCode, path: string, floeText: string): BrokenManifest {
  return Object.freeze({ id, title, code, path, package: { floeText, files: MODULE_FILES } });
}

/** A package with one compute plugin, `broken`, whose entry is `value`. */
export function brokenValue(
  id: string,
  title: string,
  code: SkipCode,
  value: unknown,
  files: Readonly<Record<string, TempFile>> = MODULE_FILES,
): BrokenManifest {
  return Object.freeze({ id, title, code, path: "floe.computes.broken", package: { floe: { computes: { broken: value } }, files } });
}

/** A package whose whole package.json is `file`. */
export function brokenFile(id: string, title: string, code: SkipCode, file: TempFile): BrokenManifest {
  return Object.freeze({ id, title, code, path: "", package: { floe: {}, files: { ...MODULE_FILES, "package.json": file } } });
}
