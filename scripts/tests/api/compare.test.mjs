import { expect, test } from "vitest";
import { compareReports, neededBump } from "../../api/compare.mjs";

const report = (/** @type {string[]} */ ...lines) => ["## API", "```ts", "", ...lines, "", "```", ""].join("\n");
const a = ["// @public", "export interface A {", "    readonly name: string;", "}"];
const b = ["// @public", "export interface B {", "    // (undocumented)", "    readonly size: number;", "}"];

test("compareReports sees no change where declarations only moved", () => {
  expect(compareReports(report(...a, ...b), report(...b, ...a))).toEqual({ removed: [], added: [] });
});

test("compareReports sees a member that moved from one type to the other", () => {
  const before = report(...a, "export interface C {", "}");
  const after = report("export interface A {", "}", "export interface C {", "    readonly name: string;", "}");
  expect(compareReports(before, after)).toEqual({
    removed: ["export interface A { readonly name: string;"],
    added: ["export interface C { readonly name: string;"],
  });
});

test("compareReports takes a report that did not exist as all added", () => {
  expect(compareReports("", report(...a))).toEqual({
    removed: [],
    added: ["export interface A {", "export interface A { readonly name: string;"],
  });
});

test.each([
  [{ removed: ["x"], added: [] }, "1.2.0", "major"],
  [{ removed: ["x"], added: ["y"] }, "0.2.0", "minor"],
  [{ removed: [], added: ["y"] }, "1.2.0", "minor"],
  [{ removed: [], added: ["y"] }, "0.2.0", "minor"],
  [{ removed: [], added: [] }, "1.2.0", undefined],
])("neededBump(%j, %j) is %j", (change, version, bump) => {
  expect(neededBump(change, version)).toBe(bump);
});
