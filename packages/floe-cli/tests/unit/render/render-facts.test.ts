import { expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { reasonLines, renderFacts, skippedLines } from "../../../src/render/render-facts.ts";

test("renderFacts aligns what there is to say under each label, and leaves out empty ones", () => {
  expect(renderFacts([["state", ["loaded"]], ["why", []], ["found in", ["here", "there"]]], plainTheme)).toBe(
    ["state     loaded", "found in  here", "          there"].join("\n"),
  );
});

test("renderFacts wraps at the width of the terminal", () => {
  const wrapped = renderFacts([["why", ["one two three four five"]]], { ...plainTheme, columns: 20 });
  expect(wrapped).toBe(["why  one two three", "     four five"].join("\n"));
});

test("skippedLines says what, where, expected, found and the remedy", () => {
  const verdict = { code: "entry_not_found", message: "No", file: "a/package.json", expected: "a file", found: "none", remedy: "Build it." };
  expect(skippedLines({ ...verdict, path: "floe.dbt.core" })).toEqual([
    "No",
    "entry_not_found in a/package.json at floe.dbt.core",
    "expected a file; found none",
    "Build it.",
  ]);
  expect(skippedLines({ ...verdict, path: "" })[1]).toBe("entry_not_found in a/package.json");
});

test.each([
  [{ reason: null, remedy: null, skipped: [] }, []],
  [{ reason: "No", remedy: "Build it.", skipped: [{ message: "other" }] }, ["No", "Build it."]],
  [{ reason: "No", remedy: null, skipped: [] }, ["No"]],
  [{ reason: "No", remedy: "Build it.", skipped: [{ message: "No" }] }, []],
])("reasonLines of %j are %j: what a verdict says is not said twice", (facts, lines) => {
  expect(reasonLines(facts)).toEqual(lines);
});
