import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";
import { yarnPnp } from "../../../../src/temp-project/layouts/yarn-pnp-layout.ts";
import { exampleGraph, foldersOf } from "../../../support/layout-graph.ts";
import { yarnApiOf } from "../../../support/yarn-api.ts";

/** Versions that meet, and an installed package that nothing depends on. */
const PACKAGES = {
  a: { dependencies: ["shared"] },
  b: { dependencies: ["old"] },
  shared: { version: "2.0.0", of: [] },
  old: { name: "shared", version: "1.0.0", of: [] },
  forgotten: { direct: false },
} as const;

describe("yarnPnp", () => {
  test("yarnPnp holds each package once, as a folder, and leaves Yarn's files but no link", () => {
    const placement = yarnPnp(exampleGraph(), "/root");
    expect(Object.values(foldersOf(placement)).sort()).toEqual([...exampleGraph().nodes.keys()].sort());
    expect(placement.links).toEqual([]);
    expect(Object.keys(placement.files)).toEqual([".yarnrc.yml", "yarn.lock", ".pnp.cjs", ".pnp.loader.mjs"]);
    expect(placement.files[".pnp.loader.mjs"]).toMatch(/export \{[^}]*\bresolve\b[^}]*\}/);
  });

  test("yarnPnp makes a map by which Yarn finds for each package what it depends on, and nothing else", () => {
    using project = createTempProject({ layout: "yarn-pnp", packages: PACKAGES });
    const yarn = yarnApiOf(project);
    const from = (folder: string, name: string): string | null =>
      yarn.resolveToUnqualified(name, `${folder}/`, { considerBuiltins: false });
    const slashed = (id: string): string => `${project.packagePath(id)}/`;
    expect(from(project.packagePath("a"), "shared")).toBe(slashed("shared"));
    expect(from(project.packagePath("b"), "shared")).toBe(slashed("old"));
    expect(from(project.path, "a")).toBe(slashed("a"));
    expect(existsSync(join(from(project.path, "floe-core") ?? "", "package.json"))).toBe(true);
    expect(() => from(project.path, "forgotten")).toThrow(expect.objectContaining({ pnpCode: "UNDECLARED_DEPENDENCY" }));
    expect(() => from(project.path, "shared")).toThrow(expect.objectContaining({ pnpCode: "UNDECLARED_DEPENDENCY" }));
    expect(yarn.findPackageLocator(slashed("old"))).toEqual({ name: "shared", reference: "npm:1.0.0" });
  });
});
