import { expect, test } from "vitest";
import { gitIn } from "../../api/git.mjs";
import { historyProblem, releasesOf } from "../../api/releases.mjs";
import { repositoryWith } from "../support/repository-with.mjs";

test("releasesOf reads versions from the changelog, newest first, and finds the commits that wrote them", () => {
  const { folder, pkg, release, commit, write } = repositoryWith({ "packages/example/a.txt": "" });
  const git = gitIn(folder);
  expect(releasesOf(pkg, git)).toEqual([]);
  release("0.2.0");
  expect(releasesOf(pkg, git)).toEqual([{ version: "0.2.0", commit: undefined }]);
  commit("release 0.2.0");
  const first = git("rev-parse", "HEAD");
  write("packages/example/a.txt", "changed");
  commit("change");
  release("0.10.0", "0.2.0");
  commit("release 0.10.0");
  expect(releasesOf(pkg, git)).toEqual([
    { version: "0.10.0", commit: git("rev-parse", "HEAD") },
    { version: "0.2.0", commit: first },
  ]);
});

test.each([
  ["false", undefined],
  ["true", 'the checkout is shallow, so the last release cannot be compared with; run "git fetch --unshallow"'],
  [undefined, "this is no git checkout, so the last release cannot be compared with"],
])("historyProblem where git says that shallow is %j: %j", (shallow, problem) => {
  expect(historyProblem(() => shallow)).toBe(problem);
});
