import path from "node:path";
import { describe, expect, test } from "vitest";
import { findEntryFile } from "../../../../src/discovery/scan/find-entry-file.ts";
import { RealPaths } from "../../../../src/discovery/scan/real-paths.ts";
import { fifo, linkTo, tempTree } from "../support/temp-tree.ts";

function tree(): string {
  return tempTree({
    "pkg/dist/plugin.js": "",
    "pkg/link.js": linkTo("dist/plugin.js"),
    "pkg/out.js": linkTo("../pkg-other/plugin.js"),
    "pkg/up": linkTo(".."),
    "pkg/loop.js": linkTo("loop.js"),
    "pkg/fifo": fifo,
    "pkg-other/plugin.js": "",
  });
}

describe("findEntryFile", () => {
  test.each([
    ["./dist/plugin.js", "dist/plugin.js"],
    ["dist/./plugin.js", "dist/plugin.js"],
    ["link.js", "dist/plugin.js"],
    ["up/pkg/dist/plugin.js", "dist/plugin.js"],
  ])("finds %s", (relative, file) => {
    const folder = path.join(tree(), "pkg");
    expect(findEntryFile(folder, relative, new RealPaths(folder))).toEqual({ value: path.join(folder, file) });
  });

  test.each([
    ["./none.js", "entry_not_found"],
    ["./dist/plugin.js/x.js", "entry_not_found"],
    ["loop.js", "entry_not_found"],
    [`./${"x".repeat(5000)}`, "entry_not_found"],
    ["./dist", "entry_not_a_file"],
    ["fifo", "entry_not_a_file"],
    ["out.js", "entry_outside_package"],
    ["up", "entry_outside_package"],
    ["up/pkg-other/plugin.js", "entry_outside_package"],
    [".", "entry_not_a_file"],
  ])("refuses %s as %s", (relative, code) => {
    const folder = path.join(tree(), "pkg");
    const { problem } = findEntryFile(folder, relative, new RealPaths(folder));
    expect(problem?.code).toBe(code);
    expect(problem?.reason).toMatch(/^its file "[^"]+" (does not exist|is not a regular file|leads out of the package, to \/.+)$/);
  });

  test("takes a package in the root of the disk", () => {
    const layout = { resolve: (place: string) => place, isFile: () => true };
    expect(findEntryFile("/", "./plugin.js", layout)).toEqual({ value: "/plugin.js" });
  });
});
