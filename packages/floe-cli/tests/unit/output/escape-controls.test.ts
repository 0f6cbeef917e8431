import { describe, expect, test } from "vitest";
import { colorMark } from "../../../src/output/color-mark.ts";
import { escapeControls, writtenText } from "../../../src/output/escape-controls.ts";

const red = `${colorMark(31)}x${colorMark(39)}`;

describe("escapeControls", () => {
  test.each([
    ["a colour", "\u001B[31mred", "\\u001B[31mred"],
    ["a window title", "\u001B]0;title\u0007", "\\u001B]0;title\\u0007"],
    ["an 8-bit introducer", "\u009B2J", "\\u009B2J"],
    ["a carriage return", "safe\rfake", "safe\\u000Dfake"],
    ["NUL and DEL", "\0\u007F", "\\u0000\\u007F"],
    ["a reversed reading order", "\u202Etxt.exe\u2066", "\\u202Etxt.exe\\u2066"],
    ["the end of a Windows line", "a\r\nb", "a\nb"],
    ["line feeds, tabs and letters of any kind", "ä\n\t漢 👍🏽 é", "ä\n\t漢 👍🏽 é"],
  ])("escapeControls writes %s so that it does nothing", (_, text, escaped) => {
    expect(escapeControls(text)).toBe(escaped);
    expect(escapeControls(escaped)).toBe(escaped);
    expect(writtenText(text)).toBe(escaped);
  });

  test("escapeControls leaves colour marks alone", () => {
    expect(escapeControls(red)).toBe(red);
  });

  test("escapeControls keeps JSON what it was", () => {
    const value = { text: "\u001B[31m \u009B \u202E \r\n \u007F" };
    expect(JSON.parse(escapeControls(JSON.stringify(value, null, 2)))).toEqual(value);
  });
});

test("writtenText turns colour marks into colours", () => {
  expect(writtenText(red)).toBe("\u001B[31mx\u001B[39m");
});
