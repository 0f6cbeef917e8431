import { describe, expect, test } from "vitest";
import { colorThemeFor, plainTheme } from "../../../src/output/color-theme.ts";
import { writtenText } from "../../../src/output/escape-controls.ts";
import { renderTable } from "../../../src/render/render-table.ts";
import { fakeStream } from "../../support/fake-host.ts";

const columns = [{ title: "NAME" }, { title: "ROWS", align: "right" as const }, { title: "NOTE" }];

function table(rows: readonly (readonly string[])[], width?: number): string[] {
  return renderTable(columns, rows, { ...plainTheme, columns: width }).split("\n");
}

describe("renderTable", () => {
  test("renderTable aligns columns without lines around them and without trailing spaces", () => {
    expect(table([["staged", "3,000", ""], ["b", "7", "ok"]])).toEqual([
      "NAME     ROWS  NOTE",
      "staged  3,000",
      "b           7  ok",
    ]);
  });

  test("renderTable prints the titles of an empty table", () => {
    expect(table([])).toEqual(["NAME  ROWS  NOTE"]);
  });

  test("renderTable wraps the last column inside itself where the terminal is too narrow, and only there", () => {
    const rows = [["staged", "1", "waits for the disk of another host"], ["b", "2", "ok"]];
    expect(table(rows, 34)).toEqual([
      "NAME    ROWS  NOTE",
      "staged     1  waits for the disk",
      "              of another host",
      "b          2  ok",
    ]);
    expect(table(rows, 48)).toEqual(table(rows));
    expect(table(rows, 47)).toHaveLength(4);
  });

  test("renderTable breaks a word that is wider than its column", () => {
    expect(table([["a", "1", "/var/lib/floe/products/flights.duckdb"]], 30)).toEqual([
      "NAME  ROWS  NOTE",
      "a        1  /var/lib/floe/prod",
      "            ucts/flights.duckd",
      "            b",
    ]);
  });

  test("renderTable leaves the last column twelve columns at least", () => {
    expect(table([["a".repeat(40), "1", "one two three"]], 20)[1]).toBe(`${"a".repeat(40)}     1  one two`);
  });

  test("renderTable never wraps numbers", () => {
    const two = [{ title: "NAME" }, { title: "ROWS", align: "right" as const }];
    expect(renderTable(two, [["a".repeat(20), "1,000,000,000,000"]], { ...plainTheme, columns: 20 }).split("\n")).toHaveLength(2);
  });

  test("renderTable keeps a text of several lines inside its column", () => {
    expect(table([["a", "1", "one\n\ttwo\r\nthree"], ["b", "2", ""]])).toEqual([
      "NAME  ROWS  NOTE",
      "a        1  one",
      "             two",
      "            three",
      "b        2",
    ]);
  });

  test("renderTable counts wide characters twice, and control characters as they are written", () => {
    expect(table([["漢字", "1", "x"], ["\u001B[2J", "2", "y"]])).toEqual([
      "NAME       ROWS  NOTE",
      "漢字          1  x",
      "\\u001B[2J     2  y",
    ]);
  });

  test("renderTable aligns and wraps coloured texts like others", () => {
    const { stream } = fakeStream({ isTTY: true, columns: 27 });
    const theme = colorThemeFor(stream, {}, true);
    const text = writtenText(renderTable([{ title: "A" }, { title: "" }], [[theme.red("unhealthy"), theme.dim("no answer in time")]], theme));
    expect(text.split("\n")).toEqual([
      "\u001B[1mA\u001B[22m",
      "\u001B[31munhealthy\u001B[39m  \u001B[2mno answer in",
      "           time\u001B[22m",
    ]);
  });
});
