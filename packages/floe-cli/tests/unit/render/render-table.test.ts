import { expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderTable } from "../../../src/render/render-table.ts";

test("renderTable aligns columns without lines around them and without trailing spaces", () => {
  const columns = [{ title: "NAME" }, { title: "ROWS", align: "right" as const }, { title: "NOTE" }];
  expect(renderTable(columns, [["staged", "3,000", ""], ["b", "7", "ok"]], plainTheme)).toBe(
    ["NAME     ROWS  NOTE", "staged  3,000", "b           7  ok"].join("\n"),
  );
});

test("renderTable prints the titles of an empty table", () => {
  expect(renderTable([{ title: "A" }, { title: "B" }], [], plainTheme)).toBe("A  B");
});
