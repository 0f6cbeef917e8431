import fs from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { ManifestReader } from "../../../../src/discovery/scan/manifest-reader.ts";
import { NodeModulesLayout } from "../../../../src/discovery/scan/node-modules-layout.ts";
import { PackageReader } from "../../../../src/discovery/scan/package-reader.ts";
import { verdictsOf } from "../support/requests.ts";
import { linkTo, tempTree, type Content } from "../support/temp-tree.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

function setUp(files: Readonly<Record<string, Content>>): { root: string; reader: PackageReader } {
  const root = tempTree(files);
  return { root, reader: new PackageReader(new ManifestReader(), new NodeModulesLayout(root)) };
}

describe("PackageReader.read", () => {
  test("finds a package with a floe block, by its real folder", () => {
    const manifest = { name: "a", floe: {}, dependencies: { b: "1" }, devDependencies: { c: "1" } };
    const { root, reader } = setUp({ "a/package.json": manifest, link: linkTo("a") });
    expect(reader.read(path.join(root, "link"), "alias", 2)).toEqual({
      folder: path.join(root, "a"),
      file: path.join(root, "a/package.json"),
      manifest,
      dependencies: [{ name: "b", required: true }],
      label: "a",
      distance: 2,
    });
  });

  test("answers undefined where there is no package, and other for what does not concern floe", () => {
    const { root, reader } = setUp({
      "plain/package.json": { name: "plain" },
      "word/package.json": { name: "word", keywords: ["floe"] },
      "none/x": "",
    });
    expect(reader.read(path.join(root, "none"), "none", 1)).toBeUndefined();
    expect(reader.read(path.join(root, "plain"), "plain", 1)).toBe("other");
    expect(reader.read(path.join(root, "word"), "word", 1)).toBe("other");
    expect(reader.packagesRead).toBe(2);
  });

  test("knows a package that it meets again, by whatever path", () => {
    const { root, reader } = setUp({ "a/package.json": { floe: {} }, link: linkTo("a") });
    expect(reader.read(path.join(root, "a"), "a", 1)).toBeTypeOf("object");
    expect(reader.read(path.join(root, "a"), "a", 1)).toBe("other");
    expect(reader.read(path.join(root, "link"), "a", 1)).toBe("other");
    expect(reader.packagesRead).toBe(3);
  });

  test("gives what cannot be read one verdict, under the name it was reached by", () => {
    const { root, reader } = setUp({ "a/package.json": '{ "floe": ', link: linkTo("a"), "b/package.json": "" });
    for (const name of ["a", "link", "b"]) expect(reader.read(path.join(root, name), name, 1)).toBe("other");
    expect(reader.skipped).toMatchObject([
      { code: "manifest_invalid_json", package: "a", file: path.join(root, "a/package.json"), path: "" },
      { code: "manifest_invalid_json", package: "b", message: expect.stringContaining("the package.json of b: ") as string },
    ]);
  });

  test("gives what is wrong with the dependencies verdicts", () => {
    const { root, reader } = setUp({ "a/package.json": { name: 1, floe: {}, dependencies: [], peerDependencies: { "..": "1" } } });
    expect(reader.read(path.join(root, "a"), "reached\u001b", 1)).toMatchObject({ label: "reached\\u{1b}", dependencies: [] });
    expect(verdictsOf(reader)).toEqual(["dependencies_invalid dependencies", "package_name_invalid peerDependencies..."]);
  });

  test("takes a folder that vanishes meanwhile as it was called", () => {
    const { root, reader } = setUp({ "a/package.json": { floe: {} } });
    vi.spyOn(fs, "lstatSync").mockImplementation(() => {
      throw new Error("ENOENT");
    });
    expect(reader.read(path.join(root, "a"), "a", 1)).toMatchObject({ folder: path.join(root, "a") });
  });
});

describe("PackageReader.enter", () => {
  test("takes in the application with its development dependencies and knows it again", () => {
    const { root, reader } = setUp({ "package.json": { floe: {} } });
    expect(reader.packagesRead).toBe(0);
    const manifest = { devDependencies: { dev: "1" } };
    expect(reader.enter({ folder: root, manifest })).toMatchObject({
      dependencies: [{ name: "dev", required: false }],
      label: "",
      distance: 0,
    });
    expect(reader.packagesRead).toBe(1);
    expect(reader.read(root, "self", 1)).toBe("other");
  });

  test("gives an application that cannot be read its verdict", () => {
    const { root, reader } = setUp({});
    const problem = { code: "manifest_unreadable", expected: "", found: "", remedy: "" } as const;
    reader.enter({ folder: root, manifest: {}, problem });
    expect(reader.skipped).toMatchObject([{ code: "manifest_unreadable", package: "", file: path.join(root, "package.json") }]);
    expect(reader.skipped[0]?.message).toMatch(/^Cannot read the application's package\.json: /);
  });

  test("takes an application in the root of the disk", () => {
    const reader = new PackageReader(new ManifestReader(), new NodeModulesLayout("/"));
    expect(reader.enter({ folder: "/", manifest: {} }).file).toBe("/package.json");
  });
});

test("PackageReader.exists says whether a folder holds a package", () => {
  const { root, reader } = setUp({ "a/package.json": {}, "b/x": "" });
  expect([reader.exists(path.join(root, "a")), reader.exists(path.join(root, "b"))]).toEqual([true, false]);
});

test("PackageReader.rejectFolder gives a folder that cannot be listed a verdict", () => {
  const { root, reader } = setUp({});
  reader.rejectFolder(root, Object.assign(new Error("x"), { code: "EACCES" }));
  expect(reader.skipped).toMatchObject([{ code: "manifest_unreadable", package: "", file: root, path: "", found: "EACCES" }]);
  expect(reader.skipped[0]?.message).toMatch(/^Cannot list packages: /);
});
