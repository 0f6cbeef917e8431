import path from "node:path";
import { describe, expect, test } from "vitest";
import { findApplicationRoot } from "../../../../src/discovery/scan/find-application-root.ts";
import { ManifestReader } from "../../../../src/discovery/scan/manifest-reader.ts";
import { NodeModulesLayout } from "../../../../src/discovery/scan/node-modules-layout.ts";
import { PackageReader } from "../../../../src/discovery/scan/package-reader.ts";
import { scanInstalled } from "../../../../src/discovery/scan/scan-installed.ts";
import { linkTo, tempTree, type Content } from "../support/temp-tree.ts";

function scan(files: Readonly<Record<string, Content>>, from = ""): { packages: [string, number][]; absent: [string, boolean][] } {
  const root = tempTree(files);
  const manifests = new ManifestReader();
  const application = findApplicationRoot(path.join(root, from), manifests)!;
  const layout = new NodeModulesLayout(application.folder);
  const reader = new PackageReader(manifests, layout);
  const { packages, absent } = scanInstalled(reader.enter(application), layout, reader);
  return {
    packages: packages.map(({ folder, distance }) => [path.relative(root, folder), distance]),
    absent: absent.map(({ name, required }) => [name, required]),
  };
}

describe("scanInstalled", () => {
  test("finds packages that nobody depends on, workspace links and pnpm's among them", () => {
    const { packages } = scan({
      "package.json": {},
      "node_modules/z/package.json": { floe: {} },
      "node_modules/plain/package.json": {},
      "node_modules/@s/a/package.json": { floe: {} },
      "node_modules/ws": linkTo("../packages/ws"),
      "packages/ws/package.json": { floe: {} },
      "node_modules/p": linkTo(".pnpm/p@1/node_modules/p"),
      "node_modules/.pnpm/p@1/node_modules/p/package.json": { floe: {} },
      "node_modules/.pnpm/q@1/node_modules/q/package.json": { floe: {} },
    });
    expect(packages).toEqual([
      ["", 0],
      ["node_modules/.pnpm/p@1/node_modules/p", 1],
      ["node_modules/@s/a", 1],
      ["node_modules/z", 1],
      ["packages/ws", 1],
    ]);
  });

  test("lets a nearer package hide a farther one of its name, but not an empty folder", () => {
    const { packages } = scan(
      {
        "app/package.json": {},
        "app/node_modules/a/package.json": {},
        "app/node_modules/b/left-over": "",
        "node_modules/a/package.json": { floe: {} },
        "node_modules/b/package.json": { floe: {} },
        "node_modules/c/package.json": { floe: {} },
      },
      "app",
    );
    expect(packages).toEqual([
      ["app", 0],
      ["node_modules/b", 2],
      ["node_modules/c", 2],
    ]);
  });

  test("says which dependencies of floe packages are absent", () => {
    const { absent } = scan({
      "package.json": { dependencies: { a: "1", gone: "1" }, devDependencies: { dev: "1" } },
      "node_modules/a/package.json": { floe: {}, dependencies: { nested: "1", missing: "1" } },
      "node_modules/a/node_modules/nested/package.json": {},
      "node_modules/plain/package.json": { dependencies: { whatever: "1" } },
    });
    expect(absent).toEqual([
      ["dev", false],
      ["gone", true],
      ["missing", true],
    ]);
  });

  test("takes for there what it could not read", () => {
    const { absent } = scan({
      "package.json": { dependencies: { loop: "1" } },
      "node_modules/loop/package.json": linkTo("package.json"),
    });
    expect(absent).toEqual([]);
  });
});
