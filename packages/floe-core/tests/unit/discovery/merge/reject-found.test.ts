import path from "node:path";
import { expect, test } from "vitest";
import { rejectFound } from "../../../../src/discovery/merge/reject-found.ts";
import type { Problem } from "../../../../src/discovery/problem.ts";
import { foundEntry } from "../support/found-entry.ts";

const PROBLEM: Problem = { code: "duplicate_copy", expected: "one", found: "two", remedy: "Remove one." };

test("rejectFound says where the entry stands", () => {
  expect(rejectFound(foundEntry("pkg"), PROBLEM)).toMatchObject({
    code: "duplicate_copy",
    package: "pkg",
    file: path.join("/pkg", "package.json"),
    path: "floe.computes.duckdb",
    message: "Cannot accept plugin floe.computes:duckdb: expected one, found two",
  });
});

test("rejectFound names no file for an entry that has none", () => {
  const { entryPoint } = foundEntry("pkg");
  const found = { entryPoint: { ...entryPoint, package: { ...entryPoint.package, path: "" } } };
  expect(rejectFound(found, PROBLEM).file).toBe("");
});
