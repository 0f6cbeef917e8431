import { describe, expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderUncaught } from "../../../src/render/render-uncaught.ts";

describe("renderUncaught", () => {
  test.each([
    [new Error("boom"), "boom"],
    ["boom", "'boom'"],
    [Object.create(null), "[Object: null prototype] {}"],
  ])("renderUncaught shows what was thrown, whatever it is: %#", (error, text) => {
    expect(renderUncaught(error, { verbose: false, theme: plainTheme })).toBe(`error: uncaught: ${text}`);
  });

  test("renderUncaught has the stack with verbose only", () => {
    const error = new Error("boom");
    expect(renderUncaught(error, { verbose: true, theme: plainTheme })).toBe(`error: uncaught: boom\n${error.stack}`);
  });
});
