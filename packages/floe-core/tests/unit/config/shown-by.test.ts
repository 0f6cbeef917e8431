import { describe, expect, test } from "vitest";
import { shownBy } from "../../../src/config/shown-by.ts";

const no = (): never => {
  throw new Error("no");
};

describe("shownBy", () => {
  test("shownBy tells the answer of toJSON, the text and what is printed", () => {
    expect(shownBy(new Date(0))).toMatchObject({ json: "1970-01-01T00:00:00.000Z", inspected: "1970-01-01T00:00:00.000Z" });
    expect(shownBy(new URLSearchParams({ a: "b" }))).toEqual({
      json: undefined,
      text: "a=b",
      inspected: "URLSearchParams { 'a' => 'b' }",
    });
  });

  test("shownBy tells the bytes of buffers and views as text", () => {
    const bytes = new TextEncoder().encode("a text");
    const shown = { json: undefined, text: "a text", inspected: undefined };
    expect([shownBy(bytes), shownBy(bytes.buffer), shownBy(new DataView(bytes.buffer))]).toEqual([shown, shown, shown]);
    expect(shownBy(bytes.subarray(2))?.text).toBe("text");
    expect(shownBy(new Uint8Array(1_048_576))).toBeDefined();
    expect(shownBy(new Uint8Array(1_048_577))).toBeUndefined();
  });

  test.each<[string, object]>([
    ["a plain object", { a: "b", toJSON: "no function" }],
    ["a list", ["a"]],
    ["what throws", { toJSON: no, toString: no }],
    ["an object without prototype", Object.create(null) as object],
  ])("shownBy tells nothing of %s", (_, object) => {
    expect(shownBy(object)).toEqual({ json: undefined, text: undefined, inspected: undefined });
  });
});
