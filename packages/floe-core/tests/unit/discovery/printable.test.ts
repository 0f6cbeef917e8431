import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printable, SHOWN_LENGTH, showValue } from "../../../src/discovery/printable.ts";

describe("printable", () => {
  test.each([
    ["plain text", "plain text"],
    ["ärger 日本", "ärger 日本"],
    ["a\nb\u001b[31m", "a\\u{a}b\\u{1b}[31m"],
    ["\u202eevil\u2028", "\\u{202e}evil\\u{2028}"],
    ["\ud800x", "\\u{d800}x"],
    ["", ""],
  ])("shows %j as %j", (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test("cuts with an ellipsis, and not inside a character", () => {
    expect(printable("abcdefgh", 6)).toBe("abc...");
    expect(printable("ab😀😀😀", 6)).toBe("ab...");
    expect(printable("abcdef", 6)).toBe("abcdef");
  });

  test("keeps what it escapes within the limit", () => {
    const unit = fc.constantFrom("a", "b", "\0", "\u001b", "\n", "\u202e", "😀", "\ud83d", "ä");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), fc.integer({ min: 3, max: 40 }), (text, limit) => {
        const shown = printable(text, limit);
        expect(shown.length).toBeLessThanOrEqual(limit);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      }),
    );
  });
});

describe("showValue", () => {
  test.each([
    ["text", '"text"'],
    [1.5, "1.5"],
    [true, "true"],
    [null, "null"],
    [undefined, "nothing"],
    [[1, 2], "an array"],
    [{ a: 1 }, "an object"],
    [10n, "a bigint"],
    [Symbol("s"), "a symbol"],
    [() => 1, "a function"],
  ])("shows %s as %s", (value, shown) => {
    expect(showValue(value)).toBe(shown);
  });

  test("never shows more than the limit", () => {
    expect(showValue("x".repeat(1000))).toHaveLength(SHOWN_LENGTH);
  });
});
