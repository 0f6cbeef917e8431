import { expect, test } from "vitest";
import { manifestText } from "../../../src/temp-project/manifest-text.ts";

const parts = { name: "a", version: "1.0.0", declared: { dependencies: { b: "2.0.0" } } };

test("manifestText states name, version, module type and dependencies", () => {
  expect(JSON.parse(manifestText(parts))).toEqual({ name: "a", version: "1.0.0", type: "module", dependencies: { b: "2.0.0" } });
});

test("manifestText lets further fields win, and leaves out what is undefined", () => {
  const text = manifestText({ ...parts, floe: { computes: {} }, manifest: { type: undefined, version: 7, bin: "x" } });
  expect(JSON.parse(text)).toEqual({ name: "a", version: 7, dependencies: { b: "2.0.0" }, floe: { computes: {} }, bin: "x" });
});

test("manifestText puts a raw block in as it is, in place of any other", () => {
  const text = manifestText({ ...parts, floe: { lost: {} }, floeText: '{ "__proto__": 1, "a": 2, "a": 3 }' });
  expect(text).toContain('"floe": { "__proto__": 1, "a": 2, "a": 3 }');
  expect(text).not.toContain("lost");
  expect(JSON.parse(text)).toMatchObject({ name: "a", floe: { a: 3 } });
});
