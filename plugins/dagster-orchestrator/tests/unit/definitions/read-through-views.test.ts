import { expect, test } from "vitest";
import { readThroughViews } from "../../../src/definitions/read-through-views.ts";
import { transform } from "../../support/product.ts";

test("readThroughViews adds what is behind a view, and behind a view of a view, but not what is behind a table", () => {
  const view = { materialization: "view" } as const;
  const transforms = [
    transform("raw"),
    transform("table", ["raw"]),
    transform("view", ["table"], view),
    transform("wide", ["raw", "view"], view),
    transform("report", ["wide"]),
    transform("last", ["report", "table"]),
  ];
  expect(Object.fromEntries(readThroughViews(transforms))).toEqual({
    raw: [],
    table: ["raw"],
    view: ["table"],
    wide: ["raw", "table", "view"],
    report: ["raw", "table", "view", "wide"],
    last: ["report", "table"],
  });
});
