import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { checkChangesets } from "../../api/changesets.mjs";
import { workspaceWith } from "../support/workspace-with.mjs";

const report = (/** @type {string[]} */ ...lines) => `\`\`\`ts\n${lines.join("\n")}\n\`\`\`\n`;
const reportFile = "packages/example/etc/index.api.md";

/** A repository with one report, committed on main, and a branch that changes it. */
function repository() {
  const folder = workspaceWith({ [reportFile]: report("export const a = 1;") });
  const git = (/** @type {string[]} */ ...command) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...command], { cwd: folder, stdio: "ignore" });
  const write = (/** @type {string} */ file, /** @type {string} */ text) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const pkg = { folder: "packages/example", dir: path.join(folder, "packages/example"), manifest: { name: "example", version: "0.1.0" } };
  const check = () => checkChangesets([{ pkg, declarations: "", report: "etc/index.api.md" }], folder);
  git("init", "-b", "main");
  git("add", "-A");
  git("commit", "-m", "first");
  return { git, write, check };
}

test("checkChangesets has nothing to ask for without an earlier commit, and says so", () => {
  expect(repository().check()).toEqual({ problems: [], note: "no earlier commit to compare with, so no changeset was asked for" });
});

test("checkChangesets asks for a changeset that is large enough", () => {
  const { git, write, check } = repository();
  git("checkout", "-b", "feature");
  write("other.txt", "");
  git("add", "-A");
  git("commit", "-m", "second");
  expect(check().problems).toEqual([]);
  write(reportFile, report("export const a = 1;", "export const b = 2;"));
  expect(check().problems).toEqual([
    `${reportFile}: the public API changed, but no changeset names example; it needs "minor". Run: pnpm exec changeset`,
  ]);
  write(".changeset/small.md", '---\n"example": patch\n---\n\nText.\n');
  expect(check().problems).toEqual([
    `${reportFile}: the public API changed, but the changeset says "patch" for example; it needs "minor". Run: pnpm exec changeset`,
  ]);
  write(".changeset/right.md", '---\n"another": patch\n"example": minor\n---\n\nText.\n');
  expect(check().problems).toEqual([]);
});

test("checkChangesets compares the main branch with the commit before", () => {
  const { git, write, check } = repository();
  write(reportFile, report());
  git("commit", "-am", "second");
  expect(check().problems).toEqual([
    `${reportFile}: the public API changed, but no changeset names example; it needs "minor". Run: pnpm exec changeset`,
  ]);
});
