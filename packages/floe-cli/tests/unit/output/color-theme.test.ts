import { describe, expect, test } from "vitest";
import { colorThemeFor, plainTheme } from "../../../src/output/color-theme.ts";
import { fakeStream } from "../../support/fake-host.ts";

describe("colorThemeFor", () => {
  test.each<[string, boolean, Record<string, string>, boolean, boolean]>([
    ["a terminal", true, {}, true, true],
    ["no terminal", false, {}, true, false],
    ["a terminal and --no-color", true, {}, false, false],
    ["a terminal and NO_COLOR", true, { NO_COLOR: "1" }, true, false],
    ["a terminal and an empty NO_COLOR", true, { NO_COLOR: "" }, true, true],
    ["a dumb terminal", true, { TERM: "dumb" }, true, false],
    ["FORCE_COLOR without a terminal", false, { FORCE_COLOR: "1" }, true, true],
    ["FORCE_COLOR=0 on a terminal", true, { FORCE_COLOR: "0" }, true, false],
    ["FORCE_COLOR and --no-color", false, { FORCE_COLOR: "1" }, false, false],
    ["FORCE_COLOR and NO_COLOR", true, { FORCE_COLOR: "1", NO_COLOR: "1" }, true, false],
  ])("colorThemeFor %s", (_, isTTY, env, color, isColored) => {
    const theme = colorThemeFor(fakeStream({ isTTY }).stream, env, color);
    expect(theme.red("x")).toBe(isColored ? "\u001B[31mx\u001B[39m" : "x");
  });
});

test("plainTheme paints nothing", () => {
  expect(plainTheme.bold(plainTheme.red("x"))).toBe("x");
});
