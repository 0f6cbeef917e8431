import { expect, test } from "vitest";
import { createEntryPoint, type EntryPointParts } from "../../../src/discovery/create-entry-point.ts";

const PARTS: EntryPointParts = {
  type: "floe.computes",
  name: "duckdb",
  file: "/pkg/plugin.js",
  export: "Plugin",
  dependencies: [],
  package: { name: "pkg", version: "1.0.0", path: "/pkg" },
};

test("createEntryPoint derives the key and leaves out what is not stated", () => {
  expect(createEntryPoint(PARTS)).toStrictEqual({ ...PARTS, key: "floe.computes:duckdb" });
  expect(createEntryPoint({ ...PARTS, apiVersion: undefined, description: undefined })).toStrictEqual(
    createEntryPoint(PARTS),
  );
});

test("createEntryPoint keeps apiVersion and description", () => {
  expect(createEntryPoint({ ...PARTS, apiVersion: "1.0", description: "" })).toMatchObject({
    apiVersion: "1.0",
    description: "",
  });
});

test("createEntryPoint freezes everything and shares nothing that can change", () => {
  const dependency = { name: "x" };
  const owner = { name: "pkg", version: "1.0.0", path: "/pkg" };
  const entryPoint = createEntryPoint({ ...PARTS, dependencies: ["y", dependency], package: owner });
  expect([entryPoint, entryPoint.dependencies, entryPoint.dependencies[1], entryPoint.package].every(Object.isFrozen)).toBe(
    true,
  );
  dependency.name = "z";
  owner.path = "/elsewhere";
  expect(entryPoint.dependencies).toEqual(["y", { name: "x" }]);
  expect(entryPoint.package.path).toBe("/pkg");
});
