import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { onTestFinished } from "vitest";
import { root } from "../../shared/workspace.mjs";

/**
 * A folder with these files, gone after the test. It lies inside the repository, so that the repository's own
 * dependencies resolve from it.
 *
 * @param {Readonly<Record<string, string>>} files
 * @returns {string} absolute
 */
export function workspaceWith(files) {
  mkdirSync(path.join(root, ".tmp"), { recursive: true });
  const folder = mkdtempSync(path.join(root, ".tmp/scripts-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

/**
 * A package in such a folder.
 *
 * @param {Readonly<Record<string, string>>} files relative to the package
 * @param {Partial<import("../../shared/workspace.mjs").Manifest>} [manifest]
 * @returns {import("../../shared/workspace.mjs").WorkspacePackage}
 */
export function packageWith(files, manifest = {}) {
  const dir = workspaceWith(files);
  return { folder: "packages/example", dir, manifest: { name: "example", version: "0.1.0", ...manifest } };
}
