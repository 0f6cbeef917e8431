import { describe, expect, test } from "vitest";
import { colorThemeFor, plainTheme } from "../../../src/output/color-theme.ts";
import { writtenText } from "../../../src/output/escape-controls.ts";
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
    expect(writtenText(theme.red("x"))).toBe(isColored ? "\u001B[31mx\u001B[39m" : "x");
  });

  test("colorThemeFor goes on in the outer colour after an inner one", () => {
    const theme = colorThemeFor(fakeStream({ isTTY: true }).stream, {}, true);
    expect(writtenText(theme.red(`a${theme.green("b")}c`))).toBe("\u001B[31ma\u001B[32mb\u001B[39m\u001B[31mc\u001B[39m");
    expect(writtenText(theme.bold(`a${theme.dim("b")}c`))).toBe("\u001B[1ma\u001B[2mb\u001B[22m\u001B[1mc\u001B[22m");
  });

  test.each<[string, { isTTY: boolean; columns?: number }, number | undefined]>([
    ["a terminal's width", { isTTY: true, columns: 80 }, 80],
    ["no width for a terminal that does not know it", { isTTY: true, columns: 0 }, undefined],
    ["no width where there is no terminal", { isTTY: false, columns: 80 }, undefined],
  ])("colorThemeFor has %s", (_, stream, columns) => {
    expect(colorThemeFor(fakeStream(stream).stream, {}, true).columns).toBe(columns);
  });

  test("colorThemeFor follows a terminal that changes its width", () => {
    const { stream } = fakeStream({ isTTY: true, columns: 80 });
    const theme = colorThemeFor(stream, {}, true);
    Object.assign(stream, { columns: 200 });
    expect(theme.columns).toBe(200);
  });
});

test("plainTheme paints nothing and has no width", () => {
  expect(plainTheme.bold(plainTheme.red("x"))).toBe("x");
  expect(plainTheme.columns).toBeUndefined();
});
