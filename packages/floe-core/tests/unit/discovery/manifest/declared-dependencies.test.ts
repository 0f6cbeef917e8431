import { describe, expect, test } from "vitest";
import { declaredDependencies } from "../../../../src/discovery/manifest/declared-dependencies.ts";

const MANIFEST = {
  dependencies: { b: "1", both: "1" },
  devDependencies: { dev: "1", b: "2" },
  optionalDependencies: { both: "1", optional: "1" },
  peerDependencies: { a: "1", b: "1" },
};

describe("declaredDependencies", () => {
  test("sorts by name and says which ones have to be installed", () => {
    expect(declaredDependencies(MANIFEST, false).dependencies).toEqual([
      { name: "a", required: false },
      { name: "b", required: true },
      { name: "both", required: false },
      { name: "optional", required: false },
    ]);
  });

  test("takes development dependencies for an application only", () => {
    const names = (dev: boolean): string[] => declaredDependencies(MANIFEST, dev).dependencies.map(({ name }) => name);
    expect(names(true)).toContain("dev");
    expect(names(false)).not.toContain("dev");
  });

  test("finds a dependency required that is a peer or development dependency too", () => {
    expect(declaredDependencies({ peerDependencies: { a: "1" }, dependencies: { a: "1" } }, true).dependencies).toEqual([
      { name: "a", required: true },
    ]);
  });

  test.each([[[]], ["x"], [null], [1]])("refuses dependencies that are %j", (dependencies) => {
    const { rejections, ...rest } = declaredDependencies({ dependencies }, false);
    expect(rest.dependencies).toEqual([]);
    expect(rejections).toMatchObject([{ path: "dependencies", problem: { code: "dependencies_invalid" } }]);
  });

  test.each(["../up", "/etc", "a\\b", "", "a/b/c", "a\0"])("never follows the name %j", (name) => {
    const { dependencies, rejections } = declaredDependencies({ peerDependencies: { [name]: "1" } }, false);
    expect(dependencies).toEqual([]);
    expect(rejections).toMatchObject([{ problem: { code: "package_name_invalid" } }]);
  });

  test("takes __proto__ and constructor for names like any other", () => {
    const manifest = { dependencies: JSON.parse('{ "__proto__": "1", "constructor": "1" }') as unknown };
    expect(declaredDependencies(manifest, false).dependencies.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
  });

  test("is the same whatever the order of keys", () => {
    const turned = Object.fromEntries(Object.entries(MANIFEST).reverse());
    expect(declaredDependencies(turned, true)).toEqual(declaredDependencies(MANIFEST, true));
  });
});
