import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { workspaceWith } from "./workspace-with.mjs";

/**
 * A repository with one package, `packages/example`, and one commit on main. It is gone after the test.
 *
 * @param {Readonly<Record<string, string>>} files
 * @param {string} [version] the package's
 */
export function repositoryWith(files, version = "0.1.0") {
  const folder = workspaceWith(files);
  const git = (/** @type {string[]} */ ...command) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...command], { cwd: folder, stdio: "ignore" });
  const write = (/** @type {string} */ file, /** @type {string} */ text) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const remove = (/** @type {string} */ file) => rmSync(path.join(folder, file), { recursive: true });
  const commit = (/** @type {string} */ message) => {
    git("add", "-A");
    git("commit", "--allow-empty", "-m", message);
  };
  /** As `changeset version` does it: the changesets go, the changelog gets its heading. */
  const release = (/** @type {string[]} */ ...versions) => {
    rmSync(path.join(folder, ".changeset"), { recursive: true, force: true });
    const sections = versions.map((one) => `## ${one}\n\n### Minor Changes\n\n- 1234567: Text.\n`);
    write("packages/example/CHANGELOG.md", `# example\n\n${sections.join("\n")}`);
  };
  const pkg = { folder: "packages/example", dir: path.join(folder, "packages/example"), manifest: { name: "example", version } };
  git("init", "-b", "main");
  commit("first");
  return { folder, git, write, remove, commit, release, pkg };
}
