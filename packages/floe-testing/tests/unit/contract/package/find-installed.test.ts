import { join } from "node:path";
import { expect, test } from "vitest";
import { findInstalled, isPackageFolder } from "../../../../src/contract/package/find-installed.ts";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";

test("findInstalled takes the nearest copy upward, links resolved", () => {
  using project = createTempProject({
    layout: "pnpm-isolated",
    packages: { a: { dependencies: ["b"] }, b: { direct: false }, "@scope/c": {} },
    files: { "deep/er/x.js": "", "deep/node_modules/a/package.json": "{}" },
  });
  expect(findInstalled("a", project.path)).toBe(project.packagePath("a"));
  expect(findInstalled("a", join(project.path, "deep/er"))).toBe(join(project.path, "deep/node_modules/a"));
  expect(findInstalled("b", project.packagePath("a"))).toBe(project.packagePath("b"));
  expect(findInstalled("@scope/c", join(project.path, "deep"))).toBe(project.packagePath("@scope/c"));
});

test("findInstalled finds nothing that is not there, or outside of node_modules", () => {
  using project = createTempProject({ files: { "outside/package.json": "{}" } });
  expect(findInstalled("nothing", project.path)).toBeUndefined();
  expect(findInstalled("../outside", project.path)).toBeUndefined();
});

test.each([
  ["a", true],
  ["@scope/a", true],
  ["..", false],
  ["../a", false],
  ["a/b", false],
  ["@scope", false],
  ["@scope/../a", false],
  ["@scope/a/b", false],
])("isPackageFolder says of %s: %s", (name, expected) => {
  expect(isPackageFolder(name)).toBe(expected);
});
