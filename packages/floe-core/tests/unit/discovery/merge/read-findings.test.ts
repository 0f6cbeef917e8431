import { describe, expect, test } from "vitest";
import { readFindings } from "../../../../src/discovery/merge/read-findings.ts";
import { foundEntry } from "../support/found-entry.ts";

const { entryPoint } = foundEntry("pkg");
const VERDICT = {
  code: "entry_invalid",
  package: "",
  file: "",
  path: "",
  expected: "",
  found: "",
  message: "",
  remedy: "",
};

function findings(more: object): object {
  return { entries: [], skipped: [], packagesRead: 0, ...more };
}

describe("readFindings", () => {
  test("copies and freezes what may still change", () => {
    const load = (): string => "class";
    const mutable = { entryPoint: { ...entryPoint, apiVersion: "1.0", description: "d", extra: 1 }, load };
    const read = readFindings(findings({ entries: [mutable], skipped: [{ ...VERDICT, extra: 1 }], prefer: 1 }));
    expect(read).toEqual({
      entries: [{ entryPoint: { ...entryPoint, apiVersion: "1.0", description: "d" }, load }],
      skipped: [VERDICT],
      prefer: 1,
      packagesRead: 0,
    });
    expect([read.entries[0], read.entries[0]?.entryPoint, read.skipped[0]].every(Object.isFrozen)).toBe(true);
    expect(readFindings(findings({ entries: [{ entryPoint }] })).entries[0]).toStrictEqual({ entryPoint });
  });

  test("hands on what is frozen through as it is", () => {
    const frozen = Object.freeze({ entryPoint });
    expect(readFindings(findings({ entries: [frozen] })).entries[0]).toBe(frozen);
    const shallow = Object.freeze({ entryPoint: Object.freeze({ ...entryPoint, dependencies: [] }) });
    expect(readFindings(findings({ entries: [shallow] })).entries[0]).not.toBe(shallow);
  });

  test.each([
    ["nothing", undefined, "did not answer"],
    ["a text", "x", "did not answer"],
    ["an array", [], "did not answer"],
    ["no entries", { skipped: [], packagesRead: 0 }, "`entries`"],
    ["no verdicts", { entries: [], packagesRead: 0 }, "`skipped`"],
    ["no count", { entries: [], skipped: [] }, "`packagesRead`"],
    ["an entry that is null", findings({ entries: [null] }), "`entries[0]`"],
    ["an entry without entry point", findings({ entries: [{ entryPoint }, {}] }), "`entries[1]`"],
    ["an entry that cannot be loaded", findings({ entries: [{ entryPoint, load: 1 }] }), "`entries[0]`"],
    ["another key", findings({ entries: [{ entryPoint: { ...entryPoint, key: "floe.dbt:duckdb" } }] }), "`entries[0]`"],
    ["a bad name", findings({ entries: [{ entryPoint: { ...entryPoint, name: "X", key: "floe.computes:X" } }] }), "`entries[0]`"],
    ["a bad API version", findings({ entries: [{ entryPoint: { ...entryPoint, apiVersion: "1" } }] }), "`entries[0]`"],
    ["a bad description", findings({ entries: [{ entryPoint: { ...entryPoint, description: 1 } }] }), "`entries[0]`"],
    ["dependencies that are none", findings({ entries: [{ entryPoint: { ...entryPoint, dependencies: undefined } }] }), "`entries[0]`"],
    ["a bad dependency", findings({ entries: [{ entryPoint: { ...entryPoint, dependencies: [{}] } }] }), "`entries[0]`"],
    ["no file", findings({ entries: [{ entryPoint: { ...entryPoint, file: undefined } }] }), "`entries[0]`"],
    ["an export that is no text", findings({ entries: [{ entryPoint: { ...entryPoint, export: 1 } }] }), "`entries[0]`"],
    ["a package without a path", findings({ entries: [{ entryPoint: { ...entryPoint, package: { name: "a", version: "1.0.0" } } }] }), "`entries[0]`"],
    ["no package", findings({ entries: [{ entryPoint: { ...entryPoint, package: undefined } }] }), "`entries[0]`"],
    ["a verdict that is none", findings({ skipped: [{ ...VERDICT, message: 1 }] }), "`skipped[0]`"],
  ])("throws for %s", (_, value, reason) => {
    expect(() => readFindings(value)).toThrow(TypeError);
    expect(() => readFindings(value)).toThrow(reason);
  });

  test("throws for a promise, whose rejection then harms no one", async () => {
    const rejected = Promise.reject(new Error("late"));
    expect(() => readFindings(rejected)).toThrow("discovery is synchronous");
    await expect(rejected).rejects.toThrow("late");
  });
});
