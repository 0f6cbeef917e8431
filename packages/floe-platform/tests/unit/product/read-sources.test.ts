import { describe, expect, test } from "vitest";
import { readSources } from "../../../src/product/read-sources.ts";
import { briefly, problemsOf, readerOf } from "../../support/reader-of.ts";

describe("readSources", () => {
  test("readSources reads names and paths, and nothing from nothing", () => {
    expect(readSources(readerOf("sources:\n  - { name: raw, path: ./raw.csv }"))).toEqual([
      { name: "raw", path: "./raw.csv", at: ["sources", 0] },
    ]);
    expect(readSources(readerOf("name: x"))).toEqual([]);
  });

  test("readSources reports every wrong entry and keeps the others", () => {
    const reader = readerOf(`sources:
  - raw.csv
  - { name: a b, path: x.csv }
  - { name: a }
  - { nam: a, path: x.csv }
  - { name: good, path: x.csv }
`);
    expect(readSources(reader).map(({ name }) => name)).toEqual(["good"]);
    expect(briefly(reader)).toEqual([
      "2:5 sources[0] type_invalid",
      "3:13 sources[1].name name_invalid",
      "4:5 sources[2].path key_missing",
      "5:7 sources[3].nam key_unknown",
    ]);
  });

  test("readSources refuses what is no list", () => {
    const reader = readerOf("sources: { raw: ./raw.csv }");
    expect(readSources(reader)).toEqual([]);
    expect(problemsOf(reader)).toMatchObject([{ found: "a mapping", expected: "a list of { name, path }" }]);
  });
});
