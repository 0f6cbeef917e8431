import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";

/**
 * What a package needs to be published: a readme, the licence, the same entries inside and outside the workspace.
 *
 * @param {import("../shared/workspace.mjs").WorkspacePackage} pkg
 * @returns {string[]}
 */
export function checkPackageFiles({ folder, dir, manifest }) {
  const problems = [];
  if (!existsSync(path.join(dir, "README.md"))) problems.push(`${folder}/README.md: is missing`);
  for (const [field, expected] of Object.entries({ type: "module", license: "Apache-2.0", sideEffects: false })) {
    if (manifest[field] !== expected) problems.push(`${folder}/package.json: ${field} has to be ${JSON.stringify(expected)}`);
  }
  if (typeof manifest["description"] !== "string") problems.push(`${folder}/package.json: description is missing`);
  if (manifest.files?.includes("dist") !== true) problems.push(`${folder}/package.json: files has to list "dist"`);
  for (const [name, range] of Object.entries(/** @type {Record<string, string>} */ (manifest["peerDependencies"] ?? {}))) {
    // A caret range is left by every minor release of 0.x, and changesets then gives the dependent a new major.
    if (name.startsWith("floe-") && !/^workspace:>=\S+ <\d+$/.test(range)) {
      problems.push(`${folder}/package.json: peer ${name} has to be a range up to the next major, "workspace:>=0.1.0 <1"`);
    }
  }
  if (!isDeepStrictEqual(withoutSources(manifest.exports), manifest.publishConfig?.exports)) {
    problems.push(`${folder}/package.json: publishConfig.exports has to be exports without "@floe/source"`);
  }
  return problems;
}

/**
 * `FLOE_CORE_VERSION` is what two copies of floe-core tell each other; it has to be the published version.
 *
 * @param {import("../shared/workspace.mjs").WorkspacePackage} pkg
 * @returns {string[]}
 */
export function checkCoreVersion({ folder, dir, manifest }) {
  const file = "src/version/core-version.ts";
  if (manifest.name !== "floe-core") return [];
  const stated = CORE_VERSION.exec(readFileSync(path.join(dir, file), "utf8"))?.[2];
  return stated === manifest.version
    ? []
    : [`${folder}/${file}: says ${stated ?? "no version"}, package.json ${manifest.version}; run "pnpm run version:sync"`];
}

/** The one line of core-version.ts that changes with a release. */
export const CORE_VERSION = /(FLOE_CORE_VERSION(?:: string)? = ")([^"]*)(")/;

/** @param {import("../shared/workspace.mjs").Manifest["exports"]} exports */
function withoutSources(exports) {
  if (exports === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(exports).map(([entry, target]) => {
      if (typeof target === "string") return [entry, target];
      return [entry, Object.fromEntries(Object.entries(target).filter(([condition]) => condition !== "@floe/source"))];
    }),
  );
}
