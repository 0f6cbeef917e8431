import { expect, test } from "vitest";
import { mergeRows } from "../../../../src/fakes/sql/merge-rows.ts";

const old = [{ k: 1, v: "a" }, { k: 2, v: "b" }];
const added = [{ k: 1, v: "a" }, { k: 2, v: "c" }, { k: 3, v: "d" }];

test("mergeRows replaces rows that have the same key and differ, and counts those and the new ones", () => {
  expect(mergeRows(old, added, { uniqueKey: ["k"] })).toEqual({ rows: added, changed: 2 });
});

test("mergeRows adds rows above the highest watermark, all of them to no rows", () => {
  expect(mergeRows(old, added, { watermark: "k" })).toEqual({ rows: [...old, { k: 3, v: "d" }], changed: 1 });
  expect(mergeRows([], added, { watermark: "k" })).toEqual({ rows: added, changed: 3 });
});

test("mergeRows adds all rows where nothing tells the new ones apart", () => {
  expect(mergeRows(old, added, {})).toEqual({ rows: [...old, ...added], changed: 3 });
});
