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

test("compareReports sees what a bracket that closes goes on with, and to which line it belongs", () => {
  const nodes = (/** @type {string} */ end) => report("export interface A {", "    nodes: {", "        id: string;", `    }${end}`, "}");
  expect(compareReports(nodes("[];"), nodes(";"))).toEqual({ removed: ["export interface A { nodes: { }[];"], added: [] });
  const union = (/** @type {string} */ name) => [`export type ${name} = {`, "    a: 1;", "} | {", "    b: 2;", "};"];
  const { added } = compareReports(report(...union("A")), report(...union("A"), ...union("B")));
  expect(added).toEqual([
    "export type B = {",
    "export type B = { a: 1;",
    "export type B = { } | {",
    "export type B = { b: 2;",
  ]);
});

test("compareReports leaves the plugin API's own version to the check of the plugin API", () => {
  const version = (/** @type {string} */ text) => report(`export const FLOE_PLUGIN_API_VERSION = "${text}";`);
  expect(compareReports(version("1.0"), version("1.1"))).toEqual({ removed: [], added: [] });
  expect(compareReports(version("1.0"), report()).removed).toHaveLength(1);
});

test.each([
  [{ removed: ["x"], added: [] }, "major"],
  [{ removed: ["x"], added: ["y"] }, "major"],
  [{ removed: [], added: ["y"] }, "minor"],
  [{ removed: [], added: [] }, undefined],
])("neededBump(%j) is %j", (change, bump) => {
  expect(neededBump(change)).toBe(bump);
});
