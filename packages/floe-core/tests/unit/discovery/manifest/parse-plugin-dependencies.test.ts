import { describe, expect, test } from "vitest";
import { parsePluginDependencies } from "../../../../src/discovery/manifest/parse-plugin-dependencies.ts";

describe("parsePluginDependencies", () => {
  test("takes nothing for none", () => {
    expect(parsePluginDependencies(undefined)).toEqual({ value: [] });
  });

  test("takes every form, and freezes copies", () => {
    const written = ["duckdb", "floe.computes:duckdb", { type: "floe.secrets" }, { name: "x", version: "^1", optional: true }];
    const { value } = parsePluginDependencies(written);
    expect(value).toEqual(written);
    expect(value?.[3]).not.toBe(written[3]);
    expect([value, ...(value ?? [])].every(Object.isFrozen)).toBe(true);
  });

  test.each([
    ["duckdb", "expected an array in dependencies, found"],
    [{}, "an array"],
    [null, "an array"],
    [[""], "dependencies[0]"],
    [["a", 1], "dependencies[1]"],
    [[null], "dependencies[0]"],
    [[["a"]], "dependencies[0]"],
    [[{}], "a type or a name"],
    [[{ version: "1" }], "a type or a name"],
    [[{ name: "" }], "dependencies[0].name"],
    [[{ type: 1 }], "dependencies[0].type"],
    [[{ name: "a", version: 1 }], "dependencies[0].version"],
    [[{ name: "a", optional: "yes" }], "dependencies[0].optional"],
    [[{ name: "a", nmae: "b" }], '"nmae"'],
    [JSON.parse('[{ "name": "a", "__proto__": {} }]'), '"__proto__"'],
  ])("refuses %j and says where", (value, hint) => {
    const { problem } = parsePluginDependencies(value);
    expect(problem?.code).toBe("dependencies_invalid");
    expect(problem?.reason).toContain(hint);
  });
});
