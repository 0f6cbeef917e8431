import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";
import { IN_PROCESS_LAYOUTS, placePackages, TEMP_LAYOUTS } from "../../../../src/temp-project/layouts/temp-layout.ts";
import { exampleGraph } from "../../../support/layout-graph.ts";
import { resolveAsNode } from "../../../support/resolve-edges.ts";

/** Versions that meet, a shared leaf, a scope, a circle, and a direct dependency that is an indirect one too. */
const PACKAGES = {
  a: { dependencies: ["shared", "b"] },
  b: { dependencies: ["old", "@s/leaf"] },
  "@s/leaf": { of: ["a"], dependencies: ["circle"] },
  circle: { of: [], dependencies: ["a", "shared"] },
  shared: { version: "2.0.0", of: [] },
  old: { name: "shared", version: "1.0.0", of: [], dependencies: ["@s/leaf"] },
} as const;

/** What each of them has to find, by name; in version 1.0.0 unless it says 2.0.0. */
const EDGES = {
  a: ["shared@2.0.0", "b", "@s/leaf"],
  b: ["shared", "@s/leaf"],
  "@s/leaf": ["circle"],
  circle: ["a", "shared@2.0.0"],
  old: ["@s/leaf"],
};

function identityOf(folder: string | undefined): string {
  if (folder === undefined) return "nothing";
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { name: string; version: string };
  return `${name}@${version}`;
}

describe("TEMP_LAYOUTS", () => {
  test("TEMP_LAYOUTS are the layouts there are, each of its own", () => {
    expect(new Set(TEMP_LAYOUTS).size).toBe(TEMP_LAYOUTS.length);
    const placed = TEMP_LAYOUTS.map((layout) => JSON.stringify(placePackages(exampleGraph(), layout, "/root")));
    expect(new Set(placed).size).toBe(7);
  });
});

describe("IN_PROCESS_LAYOUTS", () => {
  test("IN_PROCESS_LAYOUTS are all but Plug'n'Play, and need nothing told to Node", () => {
    expect(TEMP_LAYOUTS.filter((layout) => layout !== "yarn-pnp")).toEqual(IN_PROCESS_LAYOUTS);
    const told = TEMP_LAYOUTS.filter((layout) => placePackages(exampleGraph(), layout, "/root").nodeArguments !== undefined);
    expect(told).toEqual(["yarn-pnp"]);
  });

  test.each(IN_PROCESS_LAYOUTS)("IN_PROCESS_LAYOUTS %s lets Node find for each package just what it depends on", (layout) => {
    using project = createTempProject({ layout, packages: PACKAGES });
    for (const [id, dependencies] of Object.entries(EDGES)) {
      const found = dependencies.map((name) => identityOf(resolveAsNode(project.packagePath(id), name.split("@2")[0] ?? "")));
      expect(found, id).toEqual(dependencies.map((name) => (name.includes("@2") ? name : `${name}@1.0.0`)));
    }
    for (const id of ["a", "b"]) expect(resolveAsNode(project.path, id)).toBe(project.packagePath(id));
  });

  test.each(IN_PROCESS_LAYOUTS)("IN_PROCESS_LAYOUTS %s leaves no link that leads nowhere", (layout) => {
    using project = createTempProject({ layout, packages: { plugin: { floe: {} }, ...PACKAGES } });
    const links = readdirSync(project.root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isSymbolicLink());
    for (const { parentPath, name } of links) expect(() => readdirSync(join(parentPath, name))).not.toThrow();
    expect(links.length).toBeGreaterThan(0);
  });
});
