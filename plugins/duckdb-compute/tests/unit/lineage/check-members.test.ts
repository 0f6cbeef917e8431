import { expect, test } from "vitest";
import { checkMembers } from "../../../src/lineage/check-members.ts";

test("checkMembers accepts what is understood, and what stands in every node", () => {
  expect(() => checkMembers({ type: "T", class: "C", alias: "a", query_location: 7, left: 1 }, ["left", "right"])).not.toThrow();
});

test("checkMembers refuses any other member", () => {
  expect(() => checkMembers({ type: "BASE_TABLE", at_clause: {} }, ["table_name"])).toThrow("BASE_TABLE with at_clause");
});
