import { describe, expect, test } from "vitest";
import { artifactsFile } from "../../../src/definitions/artifacts-file.ts";
import { EntryPointError } from "../../../src/errors/entry-point-error.ts";
import { product, transform } from "../../support/transform.ts";

describe("artifactsFile", () => {
  test("is named after the product and holds the artifacts as JSON", () => {
    const artifacts = product([transform("a", [], { tags: ["x", "b"] })]);
    const file = artifactsFile(artifacts);
    expect(file.name).toBe("sales.artifacts.json");
    expect(JSON.parse(file.text)).toEqual(artifacts);
    expect(file.text.endsWith("}\n")).toBe(true);
  });

  test("gives equal bytes for equal artifacts, whatever the order of their members", () => {
    const artifacts = product([transform("a")], { schedule: { cron: "@daily", timezone: "UTC" } });
    const { version, product: of, ...rest } = artifacts;
    const rearranged: typeof artifacts = { ...rest, product: { root: of.root, name: of.name }, version };
    expect(JSON.stringify(rearranged)).not.toBe(JSON.stringify(artifacts));
    expect(artifactsFile(rearranged)).toEqual(artifactsFile(artifacts));
  });

  test.each(["../evil", "a/b", "", "1st", "a".repeat(129)])("refuses the product name %j as part of a path", (name) => {
    const artifacts = product([], { product: { name, root: "/" } });
    expect(() => artifactsFile(artifacts)).toThrow(EntryPointError);
  });
});
