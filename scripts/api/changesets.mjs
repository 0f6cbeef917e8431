import { readFileSync } from "node:fs";
import path from "node:path";
import { filesBelow, root } from "../shared/workspace.mjs";
import { bumpFor, growth, isEnough } from "./bumps.mjs";
import { compareReports, neededBump } from "./compare.mjs";
import { gitIn } from "./git.mjs";
import { pendingBumps } from "./pending-bumps.mjs";
import { historyProblem, releasesOf } from "./releases.mjs";

/** @typedef {ReadonlyMap<string, string>} Reports the text of each `etc/*.api.md`, by its path from the root */

/**
 * Checks that what changed in a package's reports since its last release has a pending changeset that is large enough,
 * and that the last release itself was. However many commits there were in between, a changeset stays pending until the
 * release; a package that was not released yet needs one for its first.
 *
 * @param {readonly import("../shared/workspace.mjs").WorkspacePackage[]} packages
 * @param {string} [from] the repository's folder
 * @returns {{ problems: string[], note: string }}
 */
export function checkChangesets(packages, from = root) {
  const git = gitIn(from);
  const pending = pendingBumps(path.join(from, ".changeset"));
  const checked = packages.map((pkg) => ({ pkg, releases: releasesOf(pkg, git), tree: reportsInTree(pkg) }));
  const released = checked.filter(({ releases }) => releases.length > 0);
  const unreadable = released.length > 0 ? historyProblem(git) : undefined;
  if (unreadable !== undefined) return { problems: [unreadable], note: "" };
  const problems = checked.flatMap(({ pkg, releases: [last, previous], tree }) => {
    const { name, version } = pkg.manifest;
    const now = last?.commit === undefined ? tree : reportsAt(pkg, last.commit, git);
    const found = pending.get(name);
    const what = last === undefined ? "is not released yet" : `changed since ${last.version}`;
    const lack = found === undefined ? "no changeset names" : `the changeset says "${found}" for`;
    const since = judge(last === undefined ? new Map() : now, tree, last?.version ?? version, found).map(
      ({ file, needed }) => `${file}: the public API ${what}, but ${lack} ${name}; it needs "${needed}". Run: pnpm exec changeset`,
    );
    if (last === undefined || previous?.commit === undefined) return since;
    const grown = judge(reportsAt(pkg, previous.commit, git), now, previous.version, growth(previous.version, last.version));
    return [
      ...since,
      ...grown.map(({ file, needed }) => `${file}: ${last.version} is too small a step from ${previous.version}; it needs "${needed}"`),
    ];
  });
  const open = checked.length - released.length;
  return { problems, note: `compared with the last releases${open > 0 ? `; not released yet: ${open}` : ""}` };
}

/**
 * The files for which `found` is too small a bump.
 *
 * @param {Reports} before
 * @param {Reports} after
 * @param {string} version the version before
 * @param {import("./bumps.mjs").Bump | undefined} found
 */
function judge(before, after, version, found) {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((file) => {
    const change = compareReports(before.get(file) ?? "", after.get(file) ?? "");
    const needed = bumpFor(neededBump(change), version);
    return needed === undefined || isEnough(found, needed) ? [] : [{ file, needed }];
  });
}

/**
 * @param {import("../shared/workspace.mjs").WorkspacePackage} pkg
 * @returns {Reports}
 */
function reportsInTree({ folder, dir }) {
  const etc = path.join(dir, "etc");
  const files = filesBelow(etc).filter(isReport);
  return new Map(files.map((file) => [`${folder}/etc/${file}`, readFileSync(path.join(etc, file), "utf8")]));
}

/**
 * @param {import("../shared/workspace.mjs").WorkspacePackage} pkg
 * @param {string} commit
 * @param {import("./git.mjs").Git} git
 * @returns {Reports}
 */
function reportsAt({ folder }, commit, git) {
  const files = (git("ls-tree", "-r", "--name-only", "--full-tree", commit, `${folder}/etc/`) ?? "").split("\n").filter(isReport);
  return new Map(files.map((file) => [file, git("show", `${commit}:${file}`) ?? ""]));
}

/** @param {string} file */
function isReport(file) {
  return file.endsWith(".api.md");
}
