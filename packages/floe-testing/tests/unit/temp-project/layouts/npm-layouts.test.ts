import { expect, test } from "vitest";
import { npmFlat, npmNested, npmWorkspaces } from "../../../../src/temp-project/layouts/npm-layouts.ts";
import { exampleGraph, foldersOf, linksOf } from "../../../support/layout-graph.ts";

test("npmFlat hoists, and leaves npm's lockfiles", () => {
  const { application, folders, files } = npmFlat(exampleGraph());
  expect(application).toBe("");
  expect(folders.map(({ folder }) => folder)).toContain("node_modules/@x/mime");
  expect(Object.keys(files)).toEqual(["package-lock.json", "node_modules/.package-lock.json"]);
  expect(JSON.parse(files["package-lock.json"] ?? "")).toMatchObject({
    lockfileVersion: 3,
    packages: { "node_modules/send/node_modules/debug": { version: "2.6.9" } },
  });
});

test("npmNested puts what only one package needs below it", () => {
  expect(foldersOf(npmNested(exampleGraph()))).toMatchObject({ "node_modules/send/node_modules/@x/mime": "@x/mime" });
});

test("npmWorkspaces has the application and its direct dependencies as members, and links to them at the top", () => {
  const placement = npmWorkspaces(exampleGraph());
  expect(placement.application).toBe("apps/app");
  expect(foldersOf(placement)).toMatchObject({ "packages/send": "send", "node_modules/@x/mime": "@x/mime" });
  expect(linksOf(placement)).toMatchObject({
    "node_modules/app": "apps/app",
    "node_modules/debug": "packages/debug",
    "node_modules/ms": "packages/ms",
    "node_modules/send": "packages/send",
  });
  expect(JSON.parse(placement.files["package.json"] ?? "")).toMatchObject({ workspaces: ["apps/*", "packages/*"] });
  expect(JSON.parse(placement.files["package-lock.json"] ?? "")).toMatchObject({
    packages: { "node_modules/send": { link: true, resolved: "packages/send" } },
  });
});
