/**
 * Compares the public API of every package with its committed report (`<package>/etc/*.api.md`); with --update writes
 * the reports anew. A report that changed since the base commit needs a changeset.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { filesBelow, publicPackages } from "../shared/workspace.mjs";
import { checkChangesets } from "./changesets.mjs";
import { compareReports } from "./compare.mjs";
import { apiEntries } from "./entries.mjs";
import { extractReports } from "./extract-report.mjs";

const update = process.argv.includes("--update");
const packages = publicPackages();
const entries = packages.flatMap(apiEntries);
const unbuilt = entries.filter(({ declarations }) => !existsSync(declarations)).map(({ declarations }) => declarations);
const problems =
  unbuilt.length > 0 ? unbuilt.map((file) => `${file}: is not built; run "pnpm run build"`) : [...reportProblems(), ...strayReports()];
if (!update && problems.length === 0) {
  const { problems: missing, note } = checkChangesets(entries);
  problems.push(...missing);
  console.log(`api: ${entries.length} reports agree; ${note}`);
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

/** @returns {string[]} */
function reportProblems() {
  return extractReports(entries).flatMap(({ entry, report, problems: found }) => {
    const file = path.join(entry.pkg.dir, entry.report);
    const name = `${entry.pkg.folder}/${entry.report}`;
    const committed = existsSync(file) ? readFileSync(file, "utf8") : "";
    if (found.length > 0 || committed === report) return found;
    if (update) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, report);
      console.log(`${name}: written`);
      return [];
    }
    const { removed, added } = compareReports(committed, report);
    const lines = [...removed.map((line) => `  - ${line}`), ...added.map((line) => `  + ${line}`)];
    return [`${name}: the public API is not what the report says; run "pnpm run api:update" and review it`, ...lines];
  });
}

/** Reports of entries that no longer exist. */
function strayReports() {
  return packages.flatMap((pkg) =>
    filesBelow(path.join(pkg.dir, "etc"))
      .filter((file) => !apiEntries(pkg).some(({ report }) => report === `etc/${file}`))
      .map((file) => `${pkg.folder}/etc/${file}: belongs to no entry of package.json's exports; delete it`),
  );
}
