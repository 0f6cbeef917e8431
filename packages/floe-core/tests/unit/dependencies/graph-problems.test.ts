import { describe, expect, test } from "vitest";
import { GraphProblems } from "../../../src/dependencies/graph-problems.ts";
import { KnownPlugins } from "../../../src/dependencies/known-plugins.ts";
import { readDependency } from "../../../src/dependencies/read-dependency.ts";
import { key, node } from "../../support/dependency-graph.ts";

const known = new KnownPlugins([node("a"), node("b"), node("duckdb")]);
const wanted = (text: string): ReturnType<typeof readDependency> => readDependency(text);

describe("GraphProblems", () => {
  test("GraphProblems lists nothing if nothing was added", () => {
    const problems = new GraphProblems(known);
    expect(problems.list()).toEqual({ missing: [], ambiguous: [], versionConflicts: [] });
    expect([...problems.faulty]).toEqual([]);
  });

  test("GraphProblems lists the missing by plugin and dependency, each once, unknown selections first", () => {
    const problems = new GraphProblems(known);
    problems.addMissing(1, wanted("y"));
    problems.addMissing(0, wanted("z"));
    problems.addMissing(0, wanted("dukdb"));
    problems.addMissing(0, wanted("z"));
    problems.addUnknownSelection(key("q"));
    expect(problems.list().missing).toEqual([
      { plugin: undefined, dependency: "t:q", nearest: "t:a" },
      { plugin: "t:a", dependency: "dukdb", nearest: "duckdb" },
      { plugin: "t:a", dependency: "z", nearest: "a" },
      { plugin: "t:b", dependency: "y", nearest: "a" },
    ]);
    expect([...problems.faulty].sort()).toEqual([0, 1]);
  });

  test("GraphProblems lists by plugin before it lists by dependency, in whatever order they were added", () => {
    for (const order of [[0, 1], [1, 0]] as const) {
      const problems = new GraphProblems(known);
      for (const plugin of order) problems.addMissing(plugin, wanted(["zz", "yy"][plugin] ?? ""));
      expect(problems.list().missing).toStrictEqual([
        { plugin: "t:a", dependency: "zz" },
        { plugin: "t:b", dependency: "yy" },
      ]);
    }
  });

  test("GraphProblems lists the ambiguous with their candidates, each once", () => {
    const problems = new GraphProblems(known);
    for (let times = 0; times < 2; times += 1) problems.addAmbiguous(2, wanted("x"), [0, 1]);
    expect(problems.list().ambiguous).toEqual([{ plugin: "t:duckdb", dependency: "x", candidates: ["t:a", "t:b"] }]);
    expect([...problems.faulty]).toEqual([2]);
  });

  test("GraphProblems lists version conflicts by plugin, dependency and range, each once", () => {
    const problems = new GraphProblems(known);
    for (const range of ["^2.0.0", "^1.5.0", "^2.0.0"]) problems.addVersionConflict(1, 0, { range, found: "1.0.0" });
    problems.addVersionConflict(0, 2, { range: "?", found: "1.0.0", reason: "no range" });
    expect(problems.list().versionConflicts).toEqual([
      { plugin: "t:a", dependency: "t:duckdb", range: "?", found: "1.0.0", reason: "no range" },
      { plugin: "t:b", dependency: "t:a", range: "^1.5.0", found: "1.0.0" },
      { plugin: "t:b", dependency: "t:a", range: "^2.0.0", found: "1.0.0" },
    ]);
  });

  test("GraphProblems freezes what it lists", () => {
    const problems = new GraphProblems(known);
    problems.addMissing(1, wanted("y"));
    problems.addAmbiguous(1, wanted("x"), [0, 1]);
    const { missing, ambiguous } = problems.list();
    for (const part of [missing, missing[0], ambiguous, ambiguous[0], ambiguous[0]?.candidates]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });
});
