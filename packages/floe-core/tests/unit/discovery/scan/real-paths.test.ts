import fs from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { RealPaths } from "../../../../src/discovery/scan/real-paths.ts";
import { linkTo, tempTree } from "../support/temp-tree.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

function tree(): string {
  return tempTree({
    "real/dist/a.js": "",
    "app/package.json": "{}",
    "app/link": linkTo("../real"),
    "app/file.js": linkTo("link/dist/a.js"),
    "app/loop": linkTo("loop"),
  });
}

describe("RealPaths", () => {
  test.each([
    ["app", "app", false],
    ["app/package.json", "app/package.json", true],
    ["app/link", "real", false],
    ["app/link/dist", "real/dist", false],
    ["app/link/dist/a.js", "real/dist/a.js", true],
    ["app/file.js", "real/dist/a.js", true],
    ["real/dist/a.js", "real/dist/a.js", true],
  ])("resolves %s to %s", (place, real, isFile) => {
    const folder = tree();
    const paths = new RealPaths(path.join(folder, "app"));
    const resolved = paths.resolve(path.join(folder, place));
    expect([resolved, paths.isFile(resolved)]).toEqual([path.join(folder, real), isFile]);
    expect(resolved).toBe(fs.realpathSync(path.join(folder, place)));
  });

  test("resolves the root of the disk", () => {
    expect(new RealPaths("/app").resolve("/")).toBe("/");
  });

  test("isFile throws for what is gone", () => {
    const folder = tree();
    expect(() => new RealPaths(folder).isFile(path.join(folder, "gone"))).toThrow();
  });

  test.each(["app/none", "app/loop", "app/package.json/x"])("throws for %s", (place) => {
    const folder = tree();
    expect(() => new RealPaths(folder).resolve(path.join(folder, place))).toThrow();
  });

  test("asks once about what lies below a known folder", () => {
    const folder = tree();
    const paths = new RealPaths(path.join(folder, "app"));
    const lstat = vi.spyOn(fs, "lstatSync");
    const stat = vi.spyOn(fs, "statSync");
    const realpath = vi.spyOn(fs.realpathSync, "native");
    paths.resolve(path.join(folder, "app/package.json"));
    const file = paths.resolve(path.join(folder, "app/package.json"));
    expect(paths.isFile(file)).toBe(true);
    expect(stat).not.toHaveBeenCalled();
    expect(lstat).toHaveBeenCalledTimes(1);
    paths.resolve(path.join(folder, "app/link"));
    paths.resolve(path.join(folder, "app/link/dist/a.js"));
    expect(lstat).toHaveBeenCalledTimes(4);
    expect(realpath).toHaveBeenCalledTimes(1);
  });
});
