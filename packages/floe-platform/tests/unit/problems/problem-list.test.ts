import { describe, expect, test } from "vitest";
import type { PlatformDocument } from "../../../src/document/platform-document.ts";
import { ProblemList, type ProblemDetails } from "../../../src/problems/problem-list.ts";

const details: ProblemDetails = { code: "value_invalid", message: "wrong", expected: "a name", found: "a list" };
const document: PlatformDocument = {
  file: "floe.yaml",
  value: {},
  locate: (path, part) => ({ file: "floe.yaml", line: path.length, column: part === "key" ? 1 : 9 }),
};

describe("ProblemList", () => {
  test("add places a problem at the entry, its value unless the key is meant", () => {
    const problems = new ProblemList();
    problems.add(document, ["a"], details);
    problems.add(document, ["a", 0], details, "key");
    expect(problems.sorted("floe.yaml")).toEqual([
      { file: "floe.yaml", line: 1, column: 9, path: "a", remedy: "Write a name.", ...details },
      { file: "floe.yaml", line: 2, column: 1, path: "a[0]", remedy: "Write a name.", ...details },
    ]);
  });

  test("addAt writes the remedy from the nearest name unless one is given", () => {
    const problems = new ProblemList();
    problems.addAt({}, [], { ...details, nearest: "duckdb" });
    problems.addAt({}, [], { ...details, nearest: "duckdb", remedy: "Stop." });
    expect(problems.sorted(undefined).map(({ remedy, nearest }) => [remedy, nearest])).toEqual([
      ['Did you mean "duckdb"?', "duckdb"],
      ["Stop.", "duckdb"],
    ]);
  });

  test("mute hides later problems with exactly that entry", () => {
    const problems = new ProblemList();
    problems.mute(document, ["a", "b"]);
    expect([problems.isMuted(document, ["a", "b"]), problems.isMuted(document, ["a"])]).toEqual([true, false]);
    problems.add(document, ["a", "b"], details);
    expect(problems.isEmpty).toBe(true);
    problems.add(document, ["a"], details);
    problems.add({ ...document, file: "other.yaml" }, ["a", "b"], details);
    expect(problems.sorted(undefined)).toHaveLength(2);
  });

  test("sorted puts the platform file first, then goes by file, line and column", () => {
    const problems = new ProblemList();
    for (const position of [
      { file: "b.sql", line: 1, column: 2 },
      { file: "b.sql", line: 1, column: 1 },
      { file: "b.sql" },
      { file: "a.sql", line: 9, column: 9 },
      { file: "floe.yaml", line: 2, column: 1 },
      { file: "floe.yaml", line: 1, column: 1 },
      {},
    ]) {
      problems.addAt(position, [], details);
    }
    const places = problems.sorted("floe.yaml").map(({ file, line, column }) => [file, line, column].join(":"));
    expect(places).toEqual(["floe.yaml:1:1", "floe.yaml:2:1", "::", "a.sql:9:9", "b.sql::", "b.sql:1:1", "b.sql:1:2"]);
  });
});
