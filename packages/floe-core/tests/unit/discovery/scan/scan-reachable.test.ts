import path from "node:path";
import { describe, expect, test } from "vitest";
import { findApplicationRoot } from "../../../../src/discovery/scan/find-application-root.ts";
import { ManifestReader } from "../../../../src/discovery/scan/manifest-reader.ts";
import { NodeModulesLayout } from "../../../../src/discovery/scan/node-modules-layout.ts";
import { PackageReader } from "../../../../src/discovery/scan/package-reader.ts";
import { scanReachable } from "../../../../src/discovery/scan/scan-reachable.ts";
import { linkTo, tempTree, type Content } from "../support/temp-tree.ts";

function scan(files: Readonly<Record<string, Content>>): { packages: [string, number][]; absent: [string, string, boolean][]; read: number } {
  const root = tempTree(files);
  const manifests = new ManifestReader();
  const layout = new NodeModulesLayout(root);
  const reader = new PackageReader(manifests, layout);
  const application = reader.enter(findApplicationRoot(root, manifests)!);
  const { packages, absent } = scanReachable(application, layout, reader);
  return {
    packages: packages.map(({ folder, distance }) => [path.relative(root, folder), distance]),
    absent: absent.map(({ name, required, dependent }) => [name, path.relative(root, dependent.folder), required]),
    read: reader.packagesRead,
  };
}

describe("scanReachable", () => {
  test("follows dependencies of every kind from the application, and dev ones from nowhere else", () => {
    const floe = { floe: {} };
    const { packages, read } = scan({
      "package.json": {
        dependencies: { a: "1" },
        devDependencies: { b: "1" },
        optionalDependencies: { c: "1" },
        peerDependencies: { d: "1" },
      },
      "node_modules/a/package.json": { ...floe, devDependencies: { e: "1" }, optionalDependencies: { f: "1" }, peerDependencies: { g: "1" } },
      "node_modules/b/package.json": floe,
      "node_modules/c/package.json": floe,
      "node_modules/d/package.json": floe,
      "node_modules/e/package.json": floe,
      "node_modules/f/package.json": floe,
      "node_modules/g/package.json": floe,
    });
    expect(packages).toEqual([
      ["", 0],
      ["node_modules/a", 1],
      ["node_modules/b", 1],
      ["node_modules/c", 1],
      ["node_modules/d", 1],
      ["node_modules/f", 2],
      ["node_modules/g", 2],
    ]);
    expect(read).toBe(7);
  });

  test("does not go through packages without a floe block", () => {
    const { packages } = scan({
      "package.json": { dependencies: { plain: "1" } },
      "node_modules/plain/package.json": { dependencies: { deep: "1" } },
      "node_modules/deep/package.json": { floe: {} },
    });
    expect(packages).toEqual([["", 0]]);
  });

  test("resolves from the real folder of the dependent, as pnpm's links need it", () => {
    const { packages } = scan({
      "package.json": { dependencies: { preset: "1" } },
      "node_modules/preset": linkTo(".pnpm/preset@1/node_modules/preset"),
      "node_modules/.pnpm/preset@1/node_modules/preset/package.json": { floe: {}, dependencies: { a: "1" } },
      "node_modules/.pnpm/preset@1/node_modules/a": linkTo("../../a@1/node_modules/a"),
      "node_modules/.pnpm/a@1/node_modules/a/package.json": { floe: {} },
    });
    expect(packages).toEqual([
      ["", 0],
      ["node_modules/.pnpm/preset@1/node_modules/preset", 1],
      ["node_modules/.pnpm/a@1/node_modules/a", 2],
    ]);
  });

  test("prefers a nested copy to a hoisted one, and goes on upward from a folder without package.json", () => {
    const { packages } = scan({
      "package.json": { dependencies: { preset: "1" } },
      "node_modules/preset/package.json": { floe: {}, dependencies: { a: "1", b: "1" } },
      "node_modules/preset/node_modules/a/package.json": { floe: {} },
      "node_modules/preset/node_modules/b/left-over": "",
      "node_modules/a/package.json": { floe: {} },
      "node_modules/b/package.json": { floe: {} },
    });
    expect(packages.map(([folder]) => folder)).toEqual([
      "",
      "node_modules/preset",
      "node_modules/b",
      "node_modules/preset/node_modules/a",
    ]);
  });

  test("ends in spite of cycles, and finds each package once", () => {
    const { packages } = scan({
      "package.json": { name: "app", dependencies: { a: "1" } },
      "node_modules/a/package.json": { floe: {}, dependencies: { b: "1", a: "1" } },
      "node_modules/b/package.json": { floe: {}, dependencies: { a: "1", app: "1" } },
      "node_modules/app": linkTo(".."),
    });
    expect(packages).toEqual([
      ["", 0],
      ["node_modules/a", 1],
      ["node_modules/b", 2],
    ]);
  });

  test("says which dependencies are absent and whether they had to be there", () => {
    const { absent } = scan({
      "package.json": { dependencies: { a: "1", gone: "1" }, devDependencies: { dev: "1" } },
      "node_modules/a/package.json": { floe: {}, dependencies: { gone: "1" }, peerDependencies: { peer: "1" } },
    });
    expect(absent).toEqual([
      ["dev", "", false],
      ["gone", "", true],
      ["gone", "node_modules/a", true],
      ["peer", "node_modules/a", false],
    ]);
  });

  test("goes through a chain of hundreds of packages", () => {
    const files: Record<string, Content> = { "package.json": { dependencies: { p0: "1" } } };
    for (let index = 0; index < 300; index += 1) {
      files[`node_modules/p${index}/package.json`] = { floe: {}, peerDependencies: { [`p${index + 1}`]: "1" } };
    }
    expect(scan(files).packages.at(-1)).toEqual(["node_modules/p299", 300]);
  });
});
