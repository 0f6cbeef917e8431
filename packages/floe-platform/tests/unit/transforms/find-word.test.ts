import { expect, test } from "vitest";
import { findWord } from "../../../src/transforms/find-word.ts";

test.each([
  ["SELECT * FROM daily", "daily", { line: 1, column: 15 }],
  ["SELECT *\nFROM \"Daily\"", "daily", { line: 2, column: 7 }],
  ["-- daily\n/* daily\n */ SELECT * FROM daily", "daily", { line: 3, column: 19 }],
  ["SELECT daily_total, my_daily FROM daily", "daily", { line: 1, column: 35 }],
  ["SELECT a-b FROM a", "a", { line: 1, column: 17 }],
  ["SELECT * FROM 'x(1).csv'", "x(1).csv", { line: 1, column: 16 }],
  ["SELECT 1", "daily", undefined],
])("findWord in %j finds %s", (sql, word, place) => {
  expect(findWord(sql, word)).toEqual(place);
});
