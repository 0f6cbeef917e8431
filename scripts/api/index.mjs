/**
 * Compares the public API of every package with its committed report (`<package>/etc/*.api.md`), and the part that
 * plugins are built against with `plugin-api.md`; with --update writes the reports anew. What changed since the last
 * release needs a changeset, and a new FLOE_PLUGIN_API_VERSION where the plugin contract did.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { filesBelow, publicPackages } from "../shared/workspace.mjs";
import { checkChangesets } from "./changesets.mjs";
import { compareReports } from "./compare.mjs";
import { apiEntries } from "./entries.mjs";
import { extractReports } from "./extract-report.mjs";
import { checkPluginApi, PLUGIN_API } from "./plugin-api.mjs";
import { pluginContract } from "./plugin-contract.mjs";

const update = process.argv.includes("--update");
const packages = publicPackages();
const core = packages.find(({ manifest }) => manifest.name === "floe-core");
if (core === undefined) throw new Error("Cannot check the plugin API: there is no floe-core");
const entries = packages.flatMap(apiEntries);
const unbuilt = entries.filter(({ declarations }) => !existsSync(declarations)).map(({ declarations }) => declarations);
const problems =
  unbuilt.length > 0 ? unbuilt.map((file) => `${file}: is not built; run "pnpm run build"`) : [...reportProblems(), ...strayReports()];
if (!update && problems.length === 0) {
  const { problems: missing, note } = checkChangesets(packages);
  problems.push(...missing, ...checkPluginApi(core));
  console.log(`api: ${entries.length} reports agree; ${note}`);
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

/** @returns {string[]} */
function reportProblems() {
  return extractReports(entries).flatMap(({ entry: { pkg, report: place }, report, problems: found }) => {
    if (found.length > 0) return found;
    const isCore = pkg === core && place === "etc/index.api.md";
    return [...settle(pkg, place, report), ...(isCore ? settle(pkg, PLUGIN_API, pluginContract(report)) : [])];
  });
}

/**
 * Writes the report, or says how the committed one differs.
 *
 * @param {import("../shared/workspace.mjs").WorkspacePackage} pkg
 * @param {string} report relative to the package
 * @param {string} text
 * @returns {string[]} problems
 */
function settle(pkg, report, text) {
  const file = path.join(pkg.dir, report);
  const name = `${pkg.folder}/${report}`;
  const committed = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (committed === text) return [];
  if (update) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`${name}: written`);
    return [];
  }
  const { removed, added } = compareReports(committed, text);
  const lines = [...removed.map((line) => `  - ${line}`), ...added.map((line) => `  + ${line}`)];
  return [`${name}: the public API is not what the report says; run "pnpm run api:update" and review it`, ...lines];
}

/** Reports of entries that no longer exist. */
function strayReports() {
  return packages.flatMap((pkg) =>
    filesBelow(path.join(pkg.dir, "etc"))
      .filter((file) => !(pkg === core && `etc/${file}` === PLUGIN_API))
      .filter((file) => !apiEntries(pkg).some(({ report }) => report === `etc/${file}`))
      .map((file) => `${pkg.folder}/etc/${file}: belongs to no entry of package.json's exports; delete it`),
  );
}
