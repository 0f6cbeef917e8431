import { execFileSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { checkChangesets } from "../../api/changesets.mjs";
import { repositoryWith } from "../support/repository-with.mjs";
import { workspaceWith } from "../support/workspace-with.mjs";

const report = (/** @type {string[]} */ ...lines) => `\`\`\`ts\n${lines.join("\n")}\n\`\`\`\n`;
const A = "export const a = 1;";
const B = "export const b = 2;";
const reportFile = "packages/example/etc/index.api.md";
const changeset = (/** @type {string} */ bump) => `---\n"another": patch\n"example": ${bump}\n---\n\nText.\n`;
const changed = (/** @type {string} */ since, /** @type {string} */ lack, /** @type {string} */ needed, file = reportFile) =>
  `${file}: the public API ${since}, but ${lack} example; it needs "${needed}". Run: pnpm exec changeset`;

/** A repository with one report, and what the check says of it. */
function repository() {
  const made = repositoryWith({ [reportFile]: report(A) });
  const problems = () => checkChangesets([made.pkg], made.folder).problems;
  return { ...made, problems };
}

/** The same after the release of `versions`, newest first. */
function released(/** @type {string[]} */ ...versions) {
  const made = repository();
  made.release(...versions);
  made.commit(`release ${versions[0]}`);
  return made;
}

test("checkChangesets asks a package that was never released for a changeset for its first release", () => {
  const { problems, write } = repository();
  expect(problems()).toEqual([changed("is not released yet", "no changeset names", "minor")]);
  write(".changeset/small.md", changeset("patch"));
  expect(problems()).toEqual([changed("is not released yet", 'the changeset says "patch" for', "minor")]);
  write(".changeset/right.md", changeset("minor"));
  expect(problems()).toEqual([]);
});

test("checkChangesets asks a released package for nothing while nothing changes", () => {
  const { problems, pkg, folder } = released("0.2.0");
  expect(problems()).toEqual([]);
  expect(checkChangesets([pkg], folder).note).toBe("compared with the last releases");
});

test("checkChangesets asks for a changeset that is large enough, however many commits the change lies back", () => {
  const { problems, write, commit } = released("1.0.0");
  write(reportFile, report(A, B));
  expect(problems()).toEqual([changed("changed since 1.0.0", "no changeset names", "minor")]);
  commit("change");
  commit("another");
  commit("and another");
  expect(problems()).toEqual([changed("changed since 1.0.0", "no changeset names", "minor")]);
  write(".changeset/small.md", changeset("patch"));
  expect(problems()).toEqual([changed("changed since 1.0.0", 'the changeset says "patch" for', "minor")]);
  write(".changeset/right.md", changeset("minor"));
  commit("changeset");
  expect(problems()).toEqual([]);
  write(reportFile, report(B));
  expect(problems()).toEqual([changed("changed since 1.0.0", 'the changeset says "minor" for', "major")]);
});

test("checkChangesets asks for minor where 1.x would ask for major while the version is 0.x", () => {
  const { problems, write } = released("0.2.0");
  write(reportFile, report(B));
  expect(problems()).toEqual([changed("changed since 0.2.0", "no changeset names", "minor")]);
  write(".changeset/right.md", changeset("minor"));
  expect(problems()).toEqual([]);
});

test("checkChangesets sees an entry that came and one that went", () => {
  const { problems, write, remove } = released("1.0.0");
  write("packages/example/etc/more.api.md", report(B));
  remove(reportFile);
  expect(problems()).toEqual([
    changed("changed since 1.0.0", "no changeset names", "major"),
    changed("changed since 1.0.0", "no changeset names", "minor", "packages/example/etc/more.api.md"),
  ]);
});

test("checkChangesets takes a merge of branches that were begun before the release", () => {
  const { problems, git, write, commit, release } = repository();
  git("checkout", "-b", "feature");
  write(reportFile, report(A, B));
  write(".changeset/feature.md", changeset("minor"));
  commit("feature");
  git("checkout", "main");
  release("0.2.0");
  commit("release 0.2.0");
  git("merge", "--no-edit", "feature");
  expect(problems()).toEqual([]);
});

test("checkChangesets compares with the release that is being made, before and after its commit", () => {
  const { problems, write, release, commit } = released("1.0.0");
  write(reportFile, report(A, B));
  write(".changeset/right.md", changeset("minor"));
  commit("change");
  release("1.1.0", "1.0.0");
  expect(problems()).toEqual([]);
  commit("release 1.1.0");
  expect(problems()).toEqual([]);
});

test.each([
  ["1.0.1", [A, B], "minor"],
  ["1.1.0", [B], "major"],
])("checkChangesets refuses the release %s of more than it says", (version, lines, needed) => {
  const { problems, write, release, commit } = released("1.0.0");
  write(reportFile, report(...lines));
  release(version, "1.0.0");
  const small = [`${reportFile}: ${version} is too small a step from 1.0.0; it needs "${needed}"`];
  expect(problems()).toEqual(small);
  commit("release");
  expect(problems()).toEqual(small);
});

test("checkChangesets does not take a pre-release, nor a changelog that was only edited, for a release", () => {
  const { problems, write, commit } = released("1.0.0");
  write("packages/example/CHANGELOG.md", "# example\n\n## 1.1.0-next.0\n\n- Text.\n\n## 1.0.0\n\n- Better text.\n");
  write(reportFile, report(A, B));
  commit("pre-release");
  expect(problems()).toEqual([changed("changed since 1.0.0", "no changeset names", "minor")]);
});

test("checkChangesets refuses to guess what the last release was where the history is cut off", () => {
  const { folder, pkg, commit } = released("1.0.0");
  commit("another");
  const clone = workspaceWith({});
  execFileSync("git", ["clone", "--depth", "1", pathToFileURL(folder).href, "."], { cwd: clone, stdio: "ignore" });
  expect(checkChangesets([{ ...pkg, dir: path.join(clone, pkg.folder) }], clone).problems).toEqual([
    'the checkout is shallow, so the last release cannot be compared with; run "git fetch --unshallow"',
  ]);
});

test("checkChangesets needs no history before the first release", () => {
  const { folder, pkg, write } = repository();
  write(".changeset/first.md", changeset("minor"));
  const clone = workspaceWith({});
  execFileSync("git", ["clone", "--depth", "1", pathToFileURL(folder).href, "."], { cwd: clone, stdio: "ignore" });
  const first = checkChangesets([{ ...pkg, dir: path.join(clone, pkg.folder) }], clone);
  expect(first.problems).toEqual([changed("is not released yet", "no changeset names", "minor")]);
  expect(first.note).toBe("compared with the last releases; not released yet: 1");
});
