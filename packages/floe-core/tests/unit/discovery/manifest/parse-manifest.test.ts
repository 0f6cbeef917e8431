import { describe, expect, test } from "vitest";
import { parseManifest } from "../../../../src/discovery/manifest/parse-manifest.ts";

function parse(text: string): ReturnType<typeof parseManifest> {
  return parseManifest(Buffer.from(text));
}

describe("parseManifest", () => {
  test("reads a JSON object", () => {
    expect(parse('{ "name": "käse" }')).toEqual({ value: { name: "käse" } });
  });

  test("takes a byte order mark, as npm does", () => {
    expect(parse('\ufeff{ "name": "x" }')).toEqual({ value: { name: "x" } });
  });

  test.each([["[]", "an array"], ['"floe"', '"floe"'], ["null", "null"], ["1", "1"]])(
    "refuses JSON that is no object: %s",
    (text, found) => {
      expect(parse(text).problem).toMatchObject({ code: "manifest_invalid_json", found });
    },
  );

  test("says where JSON is wrong without quoting the file", () => {
    const { problem } = parse('{ "secret": "hunter2" x }');
    expect(problem?.code).toBe("manifest_invalid_json");
    expect(problem?.found).not.toContain("hunter2");
    expect(problem?.reason).toContain("it is not a JSON object");
    expect(parse("hunter2").problem?.found).toBe("Unexpected token 'h'");
  });

  test("refuses an empty file", () => {
    expect(parse("").problem?.found).toBe("Unexpected end of JSON input");
  });

  test.each([
    ["a lone continuation byte", [0x7b, 0x22, 0x80, 0x22, 0x7d]],
    ["UTF-16", [...Buffer.from("{}", "utf16le"), 0xff, 0xfe]],
    ["an overlong slash", [0xc0, 0xaf]],
  ])("refuses %s", (_, bytes) => {
    expect(parseManifest(Buffer.from(bytes)).problem?.code).toBe("manifest_invalid_encoding");
  });

  test("survives deep nesting", () => {
    const deep = 200_000;
    expect(parse(`{"floe":${"[".repeat(deep)}${"]".repeat(deep)}}`).problem).toBeUndefined();
  });

  test("does not let a __proto__ key through to the prototype", () => {
    const { value } = parse('{ "__proto__": { "polluted": true } }');
    expect(value).toBeDefined();
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});
