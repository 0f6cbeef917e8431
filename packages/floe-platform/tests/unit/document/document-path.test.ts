import { describe, expect, test } from "vitest";
import { formatPath, isInside, parseIssuePath, valueAt, withValueAt } from "../../../src/document/document-path.ts";

describe("formatPath", () => {
  test("formatPath joins keys by dots and puts indices in brackets", () => {
    expect(formatPath(["plugins", "compute", "config", "threads"])).toBe("plugins.compute.config.threads");
    expect(formatPath(["sources", 0, "path"])).toBe("sources[0].path");
    expect(formatPath([0])).toBe("[0]");
  });

  test("formatPath writes the root as nothing", () => {
    expect(formatPath([])).toBe("");
  });
});

describe("isInside", () => {
  test("isInside holds for a folder itself and for what is below it", () => {
    expect(isInside(["plugins", 0, "config", "a"], ["plugins", 0, "config"])).toBe(true);
    expect(isInside(["plugins", 0], ["plugins", 0])).toBe(true);
    expect(isInside(["plugins"], ["plugins", 0])).toBe(false);
    expect(isInside(["plugins", "0"], ["plugins", 0])).toBe(false);
  });
});

describe("valueAt", () => {
  test("valueAt finds what is there and nothing else", () => {
    const value = { list: [{ name: "a" }], empty: null };
    expect(valueAt(value, ["list", 0, "name"])).toBe("a");
    expect(valueAt(value, ["list", 1])).toBeUndefined();
    expect(valueAt(value, ["empty", "x"])).toBeUndefined();
    expect(valueAt("text", [0])).toBeUndefined();
    expect(valueAt(value, [])).toBe(value);
  });

  test("valueAt does not see inherited members", () => {
    expect(valueAt({}, ["toString"])).toBeUndefined();
    expect(valueAt({}, ["__proto__"])).toBeUndefined();
  });
});

describe("withValueAt", () => {
  test("withValueAt replaces one value and copies only what lies on the way", () => {
    const value = { list: [{ a: 1 }, { a: 2 }], other: new Date(0) };
    const changed = withValueAt(value, ["list", 1, "a"], 3) as typeof value;
    expect(changed).toEqual({ list: [{ a: 1 }, { a: 3 }], other: value.other });
    expect(value.list[1]).toEqual({ a: 2 });
    expect(changed.other).toBe(value.other);
    expect(changed.list[0]).toBe(value.list[0]);
    expect(withValueAt(value, [], 1)).toBe(1);
  });
});

describe("parseIssuePath", () => {
  test("parseIssuePath reads keys, and indices where a list is", () => {
    expect(parseIssuePath("attach.1.path", { attach: [{}, { path: 3 }] })).toEqual(["attach", 1, "path"]);
    expect(parseIssuePath("attach.1", { attach: { 1: "x" } })).toEqual(["attach", "1"]);
  });

  test("parseIssuePath takes the longest key that holds dots", () => {
    const value = { settings: { a: { b: 1 }, "a.b": 2, "": 3 } };
    expect(parseIssuePath("settings.a.b", value)).toEqual(["settings", "a.b"]);
    expect(parseIssuePath("settings.a.c", value)).toEqual(["settings", "a", "c"]);
  });

  test("parseIssuePath goes on where nothing is", () => {
    expect(parseIssuePath("a.b.c", {})).toEqual(["a", "b", "c"]);
    expect(parseIssuePath("", {})).toEqual([]);
  });
});
