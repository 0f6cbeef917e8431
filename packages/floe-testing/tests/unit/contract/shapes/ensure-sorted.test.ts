import { expect, test } from "vitest";
import { ensureSorted } from "../../../../src/contract/shapes/ensure-sorted.ts";

test("ensureSorted takes texts in the order of their code units", () => {
  for (const texts of [[], ["a"], ["B", "a", "ä"]]) expect(() => ensureSorted(texts, "x")).not.toThrow();
});

test.each([[["b", "a"]], [["a", "a"]], [["a", "B"]]])("ensureSorted refuses %j", (texts) => {
  expect(() => ensureSorted(texts, "list")).toThrow("list is not sorted, or has something twice");
});
