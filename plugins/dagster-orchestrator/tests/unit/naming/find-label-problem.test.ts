import { describe, expect, test } from "vitest";
import { findLabelProblem, type Label } from "../../../src/naming/find-label-problem.ts";

const GOOD: Readonly<Record<Label, readonly string[]>> = {
  group: ["a", "a_1", "a/b/c"],
  kind: ["duckdb", "a.b-c_1", "k".repeat(63)],
  owner: ["team:x", "team:data people", "ann@example.org", "a.b+c@d-e.co.uk"],
  tag: ["daily", "a/b", "A.1-x_y", "t".repeat(63)],
  "tag's value": ["", "x", "1.0", "v".repeat(63)],
};

const BAD: Readonly<Record<Label, readonly string[]>> = {
  group: ["", "a-b", "/a", "a/", "a//b", "a b"],
  kind: ["", "a/b", "a b", "k".repeat(64)],
  owner: ["", "team:", "ann", "ann@example", "x ann@example.org", "+ann@example.org"],
  tag: ["", "a/b/c", "a b", "dagster/kind", "ä", "t".repeat(64)],
  "tag's value": ["a b", "a/b", "v".repeat(64)],
};

describe("findLabelProblem", () => {
  test.each(Object.entries(GOOD))("takes as %s each of %j", (label, texts) => {
    for (const text of texts) expect(findLabelProblem(label as Label, text)).toBeUndefined();
  });

  test.each(Object.entries(BAD))("refuses as %s each of %j", (label, texts) => {
    for (const text of texts) expect(findLabelProblem(label as Label, text)).toMatch(/^Dagster allows /);
  });
});
