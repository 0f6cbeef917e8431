import path from "node:path";
import { filesBelow } from "../shared/workspace.mjs";

const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Folders and files of src are named in kebab-case, after what they export.
 *
 * @param {import("../shared/workspace.mjs").WorkspacePackage} pkg
 * @returns {string[]}
 */
export function checkFileNames({ folder, dir }) {
  return filesBelow(path.join(dir, "src"))
    .filter((file) => !file.replace(/\.[a-z]+$/, "").split("/").every((part) => KEBAB_CASE.test(part)))
    .map((file) => `${folder}/src/${file}: is not named in kebab-case`);
}
