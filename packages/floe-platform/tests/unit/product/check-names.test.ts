import { expect, test } from "vitest";
import { checkNames } from "../../../src/product/check-names.ts";
import type { TransformDraft } from "../../../src/transforms/collect-transforms.ts";
import { sqlOfFile } from "../../../src/transforms/sql-text.ts";
import { DEFAULT_SETTINGS } from "../../../src/transforms/transform-settings.ts";
import { problemsOf, readerOf } from "../../support/reader-of.ts";

const reader = () => readerOf("sources:\n  - { name: raw, path: a }\n  - { name: RAW, path: b }");
const sources = [0, 1].map((index) => ({ name: index === 0 ? "raw" : "RAW", path: "a", at: ["sources", index] }));

function draft(name: string): TransformDraft {
  return { name, text: sqlOfFile(`${name}.sql`, "SELECT 1"), settings: DEFAULT_SETTINGS, header: readerOf("") };
}

test("checkNames reports names that differ in upper and lower case only", () => {
  const one = reader();
  checkNames(one, sources, [draft("Raw"), draft("daily"), draft("Daily"), draft("other")]);
  expect(problemsOf(one).map(({ code, file, line, message }) => [code, file, line, message])).toEqual([
    ["name_repeated", "floe.yaml", 3, "the source RAW has the name of the source raw"],
    ["name_repeated", "Daily.sql", undefined, "the transform Daily has the name of the transform daily (daily.sql)"],
    ["name_repeated", "Raw.sql", undefined, "the transform Raw has the name of the source raw"],
  ]);
});

test("checkNames accepts names that differ", () => {
  const one = reader();
  checkNames(one, sources.slice(0, 1), [draft("daily")]);
  expect(problemsOf(one)).toEqual([]);
});
