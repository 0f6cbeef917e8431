import { expect, test } from "vitest";
import { groupOf } from "../../../src/explain/group-of.ts";

test.each([
  ["floe.computes", "floe.computes"],
  ["computes", "floe.computes"],
  ["compute", "floe.computes"],
  ["lineageBackend", "floe.lineage_backends"],
  ["lineage_backends", "floe.lineage_backends"],
  ["semantic-layer", "floe.semantic_layers"],
  ["storage", "floe.storage"],
  ["floe.", undefined],
  ["computer", undefined],
])("groupOf(%j) is %j", (word, group) => {
  expect(groupOf(word)).toBe(group);
});
