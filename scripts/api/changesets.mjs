import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { filesBelow, root } from "../shared/workspace.mjs";
import { compareReports, neededBump } from "./compare.mjs";

const RANK = { patch: 1, minor: 2, major: 3 };

/**
 * Checks that every report that differs from the base commit's has a pending changeset that is large enough.
 *
 * @param {readonly import("./entries.mjs").ApiEntry[]} entries
 * @param {string} [from] the repository's folder
 * @returns {{ problems: string[], note: string }}
 */
export function checkChangesets(entries, from = root) {
  const git = gitIn(from);
  const base = baseCommit(git);
  if (base === undefined) return { problems: [], note: "no earlier commit to compare with, so no changeset was asked for" };
  const pending = pendingBumps(path.join(from, ".changeset"));
  const problems = entries.flatMap(({ pkg, report }) => {
    const file = `${pkg.folder}/${report}`;
    const current = path.join(pkg.dir, report);
    const before = git("show", `${base}:${file}`) ?? "";
    const change = compareReports(before, existsSync(current) ? readFileSync(current, "utf8") : "");
    const needed = neededBump(change, pkg.manifest.version);
    const found = pending.get(pkg.manifest.name);
    if (needed === undefined || (found !== undefined && RANK[found] >= RANK[needed])) return [];
    const lack = found === undefined ? "no changeset names" : `the changeset says "${found}" for`;
    return [`${file}: the public API changed, but ${lack} ${pkg.manifest.name}; it needs "${needed}". Run: pnpm exec changeset`];
  });
  return { problems, note: `compared with ${base.slice(0, 12)}` };
}

/**
 * The largest bump that a pending changeset asks for, by package.
 *
 * @param {string} folder
 * @returns {Map<string, keyof typeof RANK>}
 */
function pendingBumps(folder) {
  /** @type {Map<string, keyof typeof RANK>} */
  const bumps = new Map();
  for (const file of filesBelow(folder).filter((name) => name.endsWith(".md") && name !== "README.md")) {
    const header = /^---\n([\s\S]*?)\n---/.exec(readFileSync(path.join(folder, file), "utf8"))?.[1] ?? "";
    for (const [, name = "", bump] of header.matchAll(/^["']?([^"':]+)["']?:\s*(patch|minor|major)\s*$/gm)) {
      const asked = /** @type {keyof typeof RANK} */ (bump);
      if (RANK[asked] > RANK[bumps.get(name) ?? "patch"] || !bumps.has(name)) bumps.set(name, asked);
    }
  }
  return bumps;
}

/**
 * Where this branch left the main one; on the main one itself, the commit before.
 *
 * @param {ReturnType<typeof gitIn>} git
 */
function baseCommit(git) {
  const commit = (/** @type {string} */ name) => git("rev-parse", "--verify", "--quiet", name);
  const head = commit("HEAD");
  if (head === undefined) return undefined;
  const main = commit("origin/main") ?? commit("main");
  const fork = main === undefined ? undefined : git("merge-base", head, main);
  return fork === undefined || fork === head ? commit(`${head}^`) : fork;
}

/** @param {string} folder */
function gitIn(folder) {
  /**
   * What git prints; undefined if it cannot answer.
   *
   * @param {string[]} command
   */
  return (...command) => {
    try {
      return execFileSync("git", command, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    } catch {
      return undefined;
    }
  };
}
