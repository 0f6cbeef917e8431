import nodeModule from "node:module";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { declaredIn, findApplication, findPackage, objectAt } from "../../../src/explain/application.ts";
import { packageTree } from "../../support/package-tree.ts";

describe("findApplication", () => {
  test("findApplication takes the nearest package.json upward", () => {
    const root = packageTree({}, {}, { "a/b/file": "" });
    expect(findApplication(path.join(root, "a/b"))).toMatchObject({ folder: root, content: { name: "app" } });
  });

  test("findApplication passes over one that is no object, and finds none above the last folder", () => {
    const root = packageTree({}, {}, { "a/package.json": "[]", "b/package.json": "{" });
    expect(findApplication(path.join(root, "a"))?.folder).toBe(root);
    expect(findApplication(path.join(root, "b"))?.folder).toBe(root);
    expect(findApplication(path.parse(root).root)).toBeUndefined();
  });
});

test("declaredIn names the field that states a dependency", () => {
  const folder = packageTree({ dependencies: { a: "1" }, peerDependencies: { b: "1" }, devDependencies: ["c"] }, {});
  const application = findApplication(folder)!;
  expect(["a", "b", "0", "toString"].map((name) => declaredIn(application, name))).toEqual([
    "dependencies",
    "peerDependencies",
    undefined,
    undefined,
  ]);
});

describe("findPackage", () => {
  test("findPackage looks where Node looks", () => {
    const root = packageTree({}, { "@acme/plugins": {} }, { "a/b/file": "" });
    expect(findPackage("@acme/plugins", path.join(root, "a/b"))?.content["name"]).toBe("@acme/plugins");
    expect(findPackage("@acme/others", root)).toBeUndefined();
  });

  test("findPackage asks Yarn's Plug'n'Play in a process that Yarn started", () => {
    const root = packageTree({}, {}, { "cache/acme/package.json": '{ "name": "acme" }' });
    const api = {
      resolveToUnqualified: (name: string) => {
        if (name === "acme") return path.join(root, "cache/acme");
        throw new Error("not declared");
      },
      findPackageLocator: () => null,
      getPackageInformation: () => null,
      getAllLocators: () => [],
      resolveVirtual: () => null,
    };
    Object.assign(nodeModule, { findPnpApi: (folder: string) => (folder === `${root}/` ? api : null) });
    onTestFinished(() => void Reflect.deleteProperty(nodeModule, "findPnpApi"));
    expect(findPackage("acme", root)?.folder).toBe(path.join(root, "cache/acme"));
    expect(findPackage("other", root)).toBeUndefined();
    expect(findPackage("acme", path.dirname(root))).toBeUndefined();
  });
});

test("objectAt is empty for what is no object", () => {
  expect(objectAt({ a: { b: 1 } }, "a")).toEqual({ b: 1 });
  expect([objectAt({ a: [1] }, "a"), objectAt({ a: null }, "a"), objectAt({}, "toString")]).toEqual([{}, {}, {}]);
});
