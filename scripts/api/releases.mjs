import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * @typedef {{ version: string, commit: string | undefined }} Release
 * Without a commit the release is being made: it is in the work tree only.
 */

/**
 * A package's releases, newest first: the versions in its changelog, which `changeset version` writes, and the commits
 * that wrote them. Pre-releases are left out: changesets stay pending until the release itself.
 *
 * @param {import("../shared/workspace.mjs").WorkspacePackage} pkg
 * @param {import("./git.mjs").Git} git
 * @returns {Release[]}
 */
export function releasesOf({ folder, dir }, git) {
  const changelog = path.join(dir, "CHANGELOG.md");
  if (!existsSync(changelog)) return [];
  const headings = readFileSync(changelog, "utf8").matchAll(/^## (\d+\.\d+\.\d+)$/gm);
  return [...headings].map(([heading, version = ""]) => {
    const commit = git("log", "-1", "--format=%H", `-S\n${heading}\n`, "--", `${folder}/CHANGELOG.md`);
    return { version, commit: commit === "" ? undefined : commit };
  });
}

/**
 * Why the releases' commits cannot be read, if they cannot.
 *
 * @param {import("./git.mjs").Git} git
 */
export function historyProblem(git) {
  const shallow = git("rev-parse", "--is-shallow-repository");
  if (shallow === "false") return undefined;
  return shallow === undefined
    ? "this is no git checkout, so the last release cannot be compared with"
    : 'the checkout is shallow, so the last release cannot be compared with; run "git fetch --unshallow"';
}
