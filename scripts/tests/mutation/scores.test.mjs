import { describe, expect, test } from "vitest";
import { problemsIn, scoresOf, tableOf } from "../../mutation/scores.mjs";

const areas = { version: "packages/core/src/version", discovery: "packages/core/src/discovery" };

const mutants = [
  { fileName: "packages/core/src/version/a.ts", status: "Killed" },
  { fileName: "/repository/packages/core/src/version/a.ts", status: "Timeout" },
  { fileName: "packages\\core\\src\\version\\b\\c.ts", status: "Survived" },
  { fileName: "packages/core/src/discovery/a.ts", status: "NoCoverage" },
  { fileName: "packages/core/src/discovery/version/a.ts", status: "RuntimeError" },
];

describe("scoresOf", () => {
  test("scoresOf counts every area's mutants and all together", () => {
    expect(scoresOf(mutants, areas)).toMatchObject([
      { area: "version", killed: 1, timeout: 1, survived: 1, noCoverage: 0, unjudged: 0, total: 3 },
      { area: "discovery", killed: 0, timeout: 0, survived: 0, noCoverage: 1, unjudged: 1, total: 2 },
      { area: "all", killed: 1, timeout: 1, survived: 1, noCoverage: 1, unjudged: 1, total: 5 },
    ]);
  });

  test("scoresOf takes a time-out for noticed and leaves out what was not judged", () => {
    expect(scoresOf(mutants, areas).map(({ score }) => score)).toEqual([expect.closeTo(66.67, 2), 0, 50]);
  });
});

describe("problemsIn", () => {
  test("problemsIn names every area below the least score", () => {
    expect(problemsIn(scoresOf(mutants, areas), 60)).toEqual([
      "discovery: 0.0 % of the mutants were noticed; 60 % are asked for",
      "all: 50.0 % of the mutants were noticed; 60 % are asked for",
    ]);
  });

  test("problemsIn lets exactly the least score pass", () => {
    expect(problemsIn(scoresOf(mutants.slice(1, 3), { version: areas.version }), 50)).toEqual([]);
  });

  test("problemsIn takes an area without mutants for a fault: nothing was asked", () => {
    expect(problemsIn(scoresOf([], areas), 85)).toHaveLength(3);
  });
});

describe("tableOf", () => {
  test("tableOf writes a row per area in Markdown", () => {
    expect(tableOf(scoresOf(mutants, areas)).split("\n")).toContain("| version | 1 | 1 | 1 | 0 | 0 | 3 | 66.7 % |");
  });
});
