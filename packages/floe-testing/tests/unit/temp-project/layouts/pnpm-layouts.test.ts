import { expect, test } from "vitest";
import { pnpmHoisted, pnpmIsolated } from "../../../../src/temp-project/layouts/pnpm-layouts.ts";
import { planPackages } from "../../../../src/temp-project/package-graph.ts";
import { exampleGraph, foldersOf, linksOf } from "../../../support/layout-graph.ts";

const STORE = "node_modules/.pnpm";

test("pnpmIsolated puts each package into the store once, beside links to what it depends on", () => {
  const placement = pnpmIsolated(exampleGraph());
  const home = (name: string, version: string): string => `${STORE}/${name.replace("/", "+")}@${version}/node_modules/${name}`;
  expect(foldersOf(placement)).toEqual({
    [home("@x/mime", "1.6.0")]: "@x/mime",
    [home("debug", "2.6.9")]: "debug-2.6.9",
    [home("debug", "4.3.4")]: "debug",
    [home("ms", "2.0.0")]: "ms",
    [home("ms", "2.1.2")]: "ms-2.1.2",
    [home("ms", "2.1.3")]: "ms-2.1.3",
    [home("send", "0.18.0")]: "send",
  });
  expect(linksOf(placement)).toEqual({
    "node_modules/debug": home("debug", "4.3.4"),
    "node_modules/ms": home("ms", "2.0.0"),
    "node_modules/send": home("send", "0.18.0"),
    [`${STORE}/node_modules/@x/mime`]: home("@x/mime", "1.6.0"),
    [`${STORE}/debug@2.6.9/node_modules/ms`]: home("ms", "2.0.0"),
    [`${STORE}/debug@4.3.4/node_modules/ms`]: home("ms", "2.1.2"),
    [`${STORE}/send@0.18.0/node_modules/@x/mime`]: home("@x/mime", "1.6.0"),
    [`${STORE}/send@0.18.0/node_modules/debug`]: home("debug", "2.6.9"),
    [`${STORE}/send@0.18.0/node_modules/ms`]: home("ms", "2.1.3"),
  });
  expect(JSON.parse(placement.files["node_modules/.modules.yaml"] ?? "")).toMatchObject({ nodeLinker: "isolated" });
});

test("pnpmIsolated links the shared floe-core itself, and keeps copies of one version apart", () => {
  const table = { a: { floe: {} }, b: { floeCore: "copy" }, c: { floeCore: "copy" } } as const;
  const placement = pnpmIsolated(planPackages(table, { name: "app", floeCore: "shared" }).graph);
  const links = linksOf(placement);
  expect(links[`${STORE}/a@1.0.0/node_modules/floe-core`]).toBe(links["node_modules/floe-core"]);
  expect(links[`${STORE}/b@1.0.0/node_modules/floe-core`]).not.toBe(links[`${STORE}/c@1.0.0/node_modules/floe-core`]);
  expect(Object.values(foldersOf(placement)).sort()).toEqual(["a", "b", "c", "floe-core of b", "floe-core of c"]);
});

test("pnpmHoisted has real folders and no store", () => {
  const placement = pnpmHoisted(exampleGraph());
  expect(placement.links).toEqual([]);
  expect(foldersOf(placement)).toMatchObject({ "node_modules/ms": "ms", "node_modules/send/node_modules/ms": "ms-2.1.3" });
  expect(placement.files["pnpm-workspace.yaml"]).toBe("nodeLinker: hoisted\n");
  expect(JSON.parse(placement.files["node_modules/.modules.yaml"] ?? "")).toMatchObject({ nodeLinker: "hoisted" });
});
