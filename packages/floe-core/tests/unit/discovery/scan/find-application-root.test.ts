import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { findApplicationRoot, type ApplicationRoot } from "../../../../src/discovery/scan/find-application-root.ts";
import { ManifestReader } from "../../../../src/discovery/scan/manifest-reader.ts";
import { emptyFolder, fifo, linkTo, noFiles, tempTree } from "../support/temp-tree.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

function find(cwd: string): ApplicationRoot | undefined {
  return findApplicationRoot(cwd, new ManifestReader());
}

describe("findApplicationRoot", () => {
  test("takes the nearest package.json upward", () => {
    const folder = tempTree({ "package.json": { name: "outer" }, "app/package.json": { name: "app" }, "app/a/b/x": "" });
    expect(find(path.join(folder, "app/a/b"))).toEqual({ folder: path.join(folder, "app"), manifest: { name: "app" } });
    expect(find(folder)).toEqual({ folder, manifest: { name: "outer" } });
  });

  test("goes up from the real folder, not from the link to it", () => {
    const folder = tempTree({ "app/package.json": {}, "app/sub/x": "", "elsewhere/link": linkTo("../app/sub") });
    expect(find(path.join(folder, "elsewhere/link"))?.folder).toBe(path.join(folder, "app"));
  });

  test("goes up from a folder that does not exist, and from nonsense", () => {
    const folder = tempTree({ "package.json": {} });
    expect(find(path.join(folder, "not/there"))?.folder).toBe(folder);
    expect(find(path.join(folder, "nul\0"))?.folder).toBe(folder);
    expect(find(path.join(folder, "package.json"))?.folder).toBe(folder);
  });

  test("finds none", () => {
    noFiles();
    expect(find("/")).toBeUndefined();
    expect(find("/\0")).toBeUndefined();
  });

  test.each([
    ["invalid JSON", "{", "manifest_invalid_json"],
    ["no object", "[]", "manifest_invalid_json"],
    ["nothing", "", "manifest_invalid_json"],
    ["not UTF-8", Buffer.from([0xff]), "manifest_invalid_encoding"],
    ["a folder", emptyFolder, "manifest_unreadable"],
    ["a FIFO", fifo, "manifest_unreadable"],
  ])("stops at a package.json that is %s", (_, content, code) => {
    const folder = tempTree({ "package.json": {}, "app/package.json": content });
    expect(find(path.join(folder, "app"))).toMatchObject({
      folder: path.join(folder, "app"),
      manifest: {},
      problem: { code },
    });
  });
});
