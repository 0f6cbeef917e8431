import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEntryValue } from "../../../../src/discovery/manifest/parse-entry-value.ts";

describe("parseEntryValue", () => {
  test.each([
    ["./dist/plugin.js#Plugin", "./dist/plugin.js", "Plugin"],
    ["dist/plugin.js#Plugin", "dist/plugin.js", "Plugin"],
    ["./plugin.js", "./plugin.js", "default"],
    ["./plugin.js#default", "./plugin.js", "default"],
    ["a.js#$_", "a.js", "$_"],
    ["a.js#Größe", "a.js", "Größe"],
    ["a.js#constructor", "a.js", "constructor"],
    ["./a b/ä.js#X", "./a b/ä.js", "X"],
    ["./..a/b..js", "./..a/b..js", "default"],
    ["...", "...", "default"],
  ])("reads %s", (text, file, exported) => {
    expect(parseEntryValue(text)).toEqual({ value: { file, export: exported } });
  });

  test.each([
    ["/etc/passwd", "entry_outside_package"],
    ["//host/share.js", "entry_outside_package"],
    ["C:\\x.js", "entry_outside_package"],
    ["c:/x.js", "entry_outside_package"],
    ["\\\\host\\share.js", "entry_outside_package"],
    ["../x.js#X", "entry_outside_package"],
    ["./a/../../x.js", "entry_outside_package"],
    ["a/..", "entry_outside_package"],
    ["..", "entry_outside_package"],
    ["file:///x.js", "entry_invalid"],
    ["https://example.com/x.js", "entry_invalid"],
    ["data:text/javascript,1", "entry_invalid"],
    ["node:fs", "entry_invalid"],
    [".\\dist\\x.js", "entry_invalid"],
    ["a\0.js", "entry_invalid"],
    ["", "entry_invalid"],
    ["#X", "entry_invalid"],
    ["./dist/", "entry_invalid"],
    ["./a.js#", "entry_invalid"],
    ["./a.js#a#b", "entry_invalid"],
    ["./a.js#a-b", "entry_invalid"],
    ["./a.js#1a", "entry_invalid"],
    ["./a.js#a.b", "entry_invalid"],
    ["./a.js#__proto__", "entry_invalid"],
    [1, "entry_invalid"],
    [null, "entry_invalid"],
    [undefined, "entry_invalid"],
    [["./a.js"], "entry_invalid"],
  ])("refuses %j as %s", (text, code) => {
    const { problem } = parseEntryValue(text);
    expect(problem?.code).toBe(code);
    expect(problem?.reason).toMatch(/^its entry is .+, but (it|its|what follows) .+$/su);
    expect(problem?.found.length).toBeLessThanOrEqual(80);
  });

  test("never throws, and what it accepts stays below the package's folder", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(".", "/", "#", ":", "\\", "a", "B", "\0") }), (text) => {
        const { value } = parseEntryValue(text);
        if (value === undefined) return;
        expect(value.file.startsWith("/")).toBe(false);
        expect(value.file.split("/")).not.toContain("..");
        expect(value.file).not.toMatch(/[\\\0#]|^[a-z]+:/i);
      }),
    );
  });
});
