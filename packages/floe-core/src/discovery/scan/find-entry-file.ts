import path from "node:path";
import type { SkipCode } from "../discovery-report.ts";
import { printable, showValue } from "../printable.ts";
import type { Checked } from "../problem.ts";
import type { PackageLayout } from "./package-layout.ts";

/**
 * Finds the file of an entry: it must exist, be a regular file, and lie inside the package after symbolic
 * links are resolved. The value is its absolute, resolved path. Never throws.
 *
 * @param folder the package's folder, symbolic links resolved.
 * @param relative the file, relative to it.
 */
export function findEntryFile(
  folder: string,
  relative: string,
  layout: Pick<PackageLayout, "resolve" | "isFile">,
): Checked<string> {
  let file: string;
  let isFile: boolean;
  try {
    file = layout.resolve(path.join(folder, relative));
    isFile = layout.isFile(file);
  } catch {
    return refuse(relative, "entry_not_found", "does not exist", "Build the package, or correct the path.");
  }
  if (file !== folder && !file.startsWith(folder.endsWith(path.sep) ? folder : `${folder}${path.sep}`)) {
    const reason = `leads out of the package, to ${printable(file, 500)}`;
    return refuse(relative, "entry_outside_package", reason, "Put the file into the package.");
  }
  if (!isFile) {
    return refuse(relative, "entry_not_a_file", "is not a regular file", "Name the module itself, not its folder.");
  }
  return { value: file };
}

function refuse(relative: string, code: SkipCode, reason: string, remedy: string): Checked<never> {
  return {
    problem: {
      code,
      expected: "an existing file inside the package",
      found: showValue(relative),
      reason: `its file ${showValue(relative)} ${reason}`,
      remedy,
    },
  };
}
