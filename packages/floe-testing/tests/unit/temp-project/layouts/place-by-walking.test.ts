import { describe, expect, test } from "vitest";
import { placeByWalking } from "../../../../src/temp-project/layouts/place-by-walking.ts";
import { planPackages, type PackageGraph } from "../../../../src/temp-project/package-graph.ts";
import type { TempPackage } from "../../../../src/temp-project/temp-package.ts";
import { exampleGraph, foldersOf, linksOf } from "../../../support/layout-graph.ts";

function graphOf(table: Readonly<Record<string, TempPackage>>, floeCore: "shared" | "none" = "none"): PackageGraph {
  return planPackages(table, { name: "app", floeCore }).graph;
}

describe("placeByWalking", () => {
  test("placeByWalking hoists as npm does, and nests what another version is in the way of", () => {
    expect(foldersOf(placeByWalking(exampleGraph(), { hoist: true }))).toEqual({
      "node_modules/@x/mime": "@x/mime",
      "node_modules/debug": "debug",
      "node_modules/debug/node_modules/ms": "ms-2.1.2",
      "node_modules/ms": "ms",
      "node_modules/send": "send",
      "node_modules/send/node_modules/debug": "debug-2.6.9",
      "node_modules/send/node_modules/debug/node_modules/ms": "ms",
      "node_modules/send/node_modules/ms": "ms-2.1.3",
    });
  });

  test("placeByWalking nests, without hoisting, all but what is above already", () => {
    const graph = graphOf({ a: { dependencies: ["b", "c"] }, b: { of: [], dependencies: ["c", "top"] }, c: { of: [] }, top: {} });
    expect(foldersOf(placeByWalking(graph, { hoist: false }))).toEqual({
      "node_modules/a": "a",
      "node_modules/a/node_modules/b": "b",
      "node_modules/a/node_modules/c": "c",
      "node_modules/top": "top",
    });
  });

  test("placeByWalking ends for packages that depend on each other", () => {
    const graph = graphOf({ a: { dependencies: ["b"] }, b: { of: [], dependencies: ["a", "b"] } });
    expect(foldersOf(placeByWalking(graph, { hoist: false }))).toEqual({ "node_modules/a": "a", "node_modules/a/node_modules/b": "b" });
  });

  test("placeByWalking links the shared floe-core, and puts what is extraneous to the top", () => {
    const placement = placeByWalking(graphOf({ a: { floe: {} }, stray: { direct: false } }, "shared"), { hoist: true });
    expect(foldersOf(placement)).toEqual({ "node_modules/a": "a", "node_modules/stray": "stray" });
    expect(Object.keys(linksOf(placement))).toEqual(["node_modules/floe-core"]);
  });

  test("placeByWalking puts members of a workspace into their folders, and links to them", () => {
    const graph = graphOf({ a: { dependencies: ["b", "old"] }, b: { of: [] }, old: { name: "b2", of: [] } });
    const workspaces = new Map([["a", "packages/a"]]);
    const placement = placeByWalking(graph, { hoist: true, application: "apps/app", workspaces });
    expect(placement.application).toBe("apps/app");
    expect(foldersOf(placement)).toEqual({ "node_modules/b": "b", "node_modules/b2": "old", "packages/a": "a" });
    expect(linksOf(placement)).toEqual({ "node_modules/a": "packages/a" });
  });

  test("placeByWalking nests below a member of a workspace what is in the way at the top", () => {
    const graph = graphOf({ a: { dependencies: ["new"] }, b: {}, new: { name: "b", version: "2.0.0", of: [] } });
    const workspaces = new Map([
      ["a", "packages/a"],
      ["unknown", "packages/unknown"],
    ]);
    const placement = placeByWalking(graph, { hoist: true, application: "apps/app", workspaces });
    expect(foldersOf(placement)).toEqual({ "node_modules/b": "b", "packages/a": "a", "packages/a/node_modules/b": "new" });
  });
});
