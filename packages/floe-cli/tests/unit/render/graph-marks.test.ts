import { expect, test } from "vitest";
import type { GraphEdge, GraphNode } from "../../../src/graph/graph-view.ts";
import { edgeText, isFaultyEdge, nodeLines } from "../../../src/render/graph-marks.ts";

const node: GraphNode = { key: "a:b", status: "ready", version: "1.0.0", package: null, wave: 1, becauseOf: null, refused: null };
const edge: GraphEdge = {
  ...{ from: "a:b", to: "c:d", dependency: "d", range: null, optional: false },
  ...{ status: "ready", found: null, nearest: null },
};

test("nodeLines names a plugin, its version and why it will not start", () => {
  expect(nodeLines(node)).toEqual(["a:b", "1.0.0"]);
  expect(nodeLines({ ...node, refused: "conflict" })).toEqual(["a:b", "1.0.0", "conflict"]);
  expect(nodeLines({ ...node, status: "missing", version: null })).toEqual(["a:b", "missing"]);
});

test("edgeText speaks where a need is not simply met", () => {
  expect(edgeText({ ...edge, range: "^1" })).toBe("");
  expect(edgeText({ ...edge, status: "ambiguous" })).toBe("d?");
  expect(edgeText({ ...edge, status: "version_conflict", range: "^2", found: "1.0.0" })).toBe("needs ^2, found 1.0.0");
  expect(edgeText({ ...edge, status: "version_conflict" })).toBe("needs , found unknown");
});

test.each([
  ["ready", false, false],
  ["blocked", false, false],
  ["missing", false, true],
  ["missing", true, false],
  ["ambiguous", true, true],
  ["version_conflict", false, true],
  ["cycle", false, true],
] as const)("isFaultyEdge of a need that is %s (optional: %s) is %s", (status, optional, answer) => {
  expect(isFaultyEdge({ ...edge, status, optional })).toBe(answer);
});
