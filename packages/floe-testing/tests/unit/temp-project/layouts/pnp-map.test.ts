import { describe, expect, test } from "vitest";
import { pnpMap, type PnpMap, type PnpMapEntry } from "../../../../src/temp-project/layouts/pnp-map.ts";
import { planPackages } from "../../../../src/temp-project/package-graph.ts";
import type { FloeCoreInstall, TempPackage } from "../../../../src/temp-project/temp-package.ts";
import { exampleGraph } from "../../../support/layout-graph.ts";

function mapOf(table: Readonly<Record<string, TempPackage>>, floeCore: FloeCoreInstall): PnpMap {
  return pnpMap(planPackages(table, { name: "app", floeCore }).graph, "/root");
}

function entriesOf({ packages }: PnpMap, name: string): readonly PnpMapEntry[] {
  return packages.filter((entry) => entry.name === name);
}

const UNPLUGGED = (slug: string, name: string): unknown =>
  expect.stringMatching(new RegExp(`^\\./\\.yarn/unplugged/${slug}-[0-9a-f]{10}/node_modules/${name}/$`));

describe("pnpMap", () => {
  test("pnpMap lets each package import what it depends on, and the application what is direct", () => {
    const map = pnpMap(exampleGraph(), "/root");
    expect(map.application).toMatchObject({ name: "app", reference: "workspace:.", packageLocation: "./", linkType: "SOFT" });
    expect(Object.fromEntries(map.application.packageDependencies)).toEqual({ debug: "npm:4.3.4", ms: "npm:2.0.0", send: "npm:0.18.0" });
    const lines = map.packages.map(({ name, reference, packageDependencies }) => [
      `${name}@${reference}`,
      Object.fromEntries(packageDependencies),
    ]);
    expect(Object.fromEntries(lines)).toEqual({
      "debug@npm:4.3.4": { ms: "npm:2.1.2" },
      "ms@npm:2.0.0": {},
      "send@npm:0.18.0": { debug: "npm:2.6.9", ms: "npm:2.1.3", "@x/mime": "npm:1.6.0" },
      "debug@npm:2.6.9": { ms: "npm:2.0.0" },
      "ms@npm:2.1.2": {},
      "ms@npm:2.1.3": {},
      "@x/mime@npm:1.6.0": {},
    });
    expect(entriesOf(map, "@x/mime")).toMatchObject([{ packageLocation: UNPLUGGED("@x-mime-npm-1.6.0", "@x/mime"), linkType: "HARD" }]);
    expect([...map.folders.keys()].sort()).toEqual(["@x/mime", "debug", "debug-2.6.9", "ms", "ms-2.1.2", "ms-2.1.3", "send"]);
  });

  test("pnpMap has a package with a peer twice in one folder, without its peer and as the instance that has it", () => {
    const map = mapOf({ plugin: { floe: {}, dependencies: ["ms"] }, ms: { of: [] } }, "shared");
    const [bare, instance] = entriesOf(map, "plugin");
    const [core] = entriesOf(map, "floe-core");
    expect(bare).toMatchObject({ reference: "npm:1.0.0", linkType: "SOFT" });
    expect([...(bare?.packageDependencies ?? [])]).toEqual([["ms", "npm:1.0.0"]]);
    expect(instance?.reference).toMatch(/^virtual:[0-9a-f]{128}#npm:1\.0\.0$/);
    expect([...(instance?.packageDependencies ?? [])]).toEqual([
      ["ms", "npm:1.0.0"],
      ["floe-core", core?.reference],
    ]);
    expect([...(instance?.packagePeers ?? [])]).toEqual(["floe-core"]);
    expect(instance?.packageLocation).toEqual(UNPLUGGED("plugin-virtual", "plugin"));
    expect(bare?.packageLocation).toBe(instance?.packageLocation);
    expect(map.application.packageDependencies.get("plugin")).toBe(instance?.reference);
  });

  test("pnpMap links the shared floe-core where it is, and leaves its dependencies to Node", () => {
    const map = mapOf({}, "shared");
    const [core] = entriesOf(map, "floe-core");
    expect(core).toMatchObject({ linkType: "SOFT", discardFromLookup: true });
    expect(core?.packageLocation).toMatch(/^\.\.\/.*\/$/);
    expect(map.folders.size).toBe(0);
  });

  test("pnpMap gives a copy of floe-core a place of its own, and what floe-core depends on", () => {
    const map = mapOf({ a: { floeCore: "copy" }, b: { floeCore: { version: "0.0.1" } }, c: { floeCore: "copy" } }, "copy");
    const cores = entriesOf(map, "floe-core");
    expect(new Set(cores.map(({ packageLocation }) => packageLocation)).size).toBe(4);
    expect(new Set(cores.map(({ reference }) => reference)).size).toBe(4);
    expect(cores.map(({ reference }) => reference)).toContain("npm:0.0.1");
    const [semver] = entriesOf(map, "semver");
    expect(semver).toMatchObject({ linkType: "SOFT", discardFromLookup: true });
    for (const { packageDependencies } of cores) expect(packageDependencies.get("semver")).toBe(semver?.reference);
  });
});
