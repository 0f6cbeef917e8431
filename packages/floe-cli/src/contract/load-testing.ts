import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type * as floeTesting from "floe-testing";
import { MissingTestingError } from "./missing-testing-error.ts";

/** What this command uses of floe-testing. */
export type Testing = Pick<typeof floeTesting, "runPackageContract">;

/**
 * floe-testing, which is installed only where plugins are developed: the copy beside this command or, where it has
 * none, the one that the package in `folder` has.
 *
 * @throws MissingTestingError if there is none.
 */
export async function loadTesting(
  folder: string,
  own: () => Promise<Testing> = () => import("floe-testing"),
  find: (folder: string) => string = findIn,
): Promise<Testing> {
  try {
    return await own();
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  let file: string;
  try {
    file = find(folder);
  } catch (error) {
    throw new MissingTestingError(error);
  }
  return (await import(pathToFileURL(file).href)) as Testing;
}

/** The module that code in the folder would import. @throws if there is none. */
function findIn(folder: string): string {
  return createRequire(path.join(folder, "package.json")).resolve("floe-testing");
}

/** Whether it is floe-testing itself that is not there, and not something that it needs. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof Error && "code" in error)) return false;
  return error.code === "ERR_MODULE_NOT_FOUND" && /package 'floe-testing'/.test(error.message);
}
