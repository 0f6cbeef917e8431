import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import wrapAnsi from "wrap-ansi";
import { COLOR_MARK_SOURCE, colorMark } from "../../../src/output/color-mark.ts";

describe("colorMark", () => {
  test("colorMark is found again with its code", () => {
    expect(new RegExp(`^${COLOR_MARK_SOURCE}$`).exec(colorMark(31))?.[1]).toBe("31");
    expect(new RegExp(COLOR_MARK_SOURCE).test("\u001B[31m")).toBe(false);
  });

  test("colorMark has no width, and wrapping leaves it as it is", () => {
    const text = `${colorMark(31)}one two${colorMark(39)}`;
    expect(stringWidth(text)).toBe(7);
    expect(wrapAnsi(text, 3)).toBe(`${colorMark(31)}one\ntwo${colorMark(39)}`);
  });
});
