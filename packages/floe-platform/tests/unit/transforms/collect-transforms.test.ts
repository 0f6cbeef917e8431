import path from "node:path";
import { describe, expect, test } from "vitest";
import { collectTransforms } from "../../../src/transforms/collect-transforms.ts";
import { readTransforms } from "../../../src/product/read-transforms.ts";
import { briefly, problemsOf, readerOf } from "../../support/reader-of.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

function collect(yaml: string, files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const root = temporaryFolder(files);
  const reader = readerOf(yaml);
  const drafts = collectTransforms(reader, readTransforms(reader), root);
  const problems = problemsOf(reader).map((problem) => ({ ...problem, file: path.relative(root, problem.file ?? "") }));
  return { drafts, reader, problems, root };
}

describe("collectTransforms", () => {
  test("collectTransforms reads the files of a folder, named after them", () => {
    const { drafts, problems, root } = collect("transforms: ./models", {
      "models/b.sql": "-- floe: { materialization: view }\nSELECT 2;",
      "models/a.sql": "SELECT 1",
    });
    expect(problems).toEqual([]);
    expect(drafts.map(({ name, text, settings }) => [name, text.sql, text.file, settings.materialization])).toEqual([
      ["a", "SELECT 1", path.join(root, "models/a.sql"), "table"],
      ["b", "-- floe: { materialization: view }\nSELECT 2", path.join(root, "models/b.sql"), "view"],
    ]);
  });

  test("collectTransforms reads a list in its own order", () => {
    const { drafts, reader } = collect(
      "transforms:\n  - b.sql\n  - { path: a.sql, name: first }\n  - { name: one, sql: SELECT 1 }",
      { "a.sql": "SELECT 1", "b.sql": "SELECT 2" },
    );
    expect(drafts.map(({ name }) => name)).toEqual(["b", "first", "one"]);
    expect(briefly(reader)).toEqual([]);
  });

  test("collectTransforms makes nothing of nothing", () => {
    expect(collect("name: x").drafts).toEqual([]);
  });

  test.each([
    ["that is missing", {}, "it does not exist"],
    ["without .sql files", { "models/a.txt": "" }, "it holds no .sql file"],
  ])("collectTransforms reports a folder %s", (_, files, reason) => {
    const { drafts, reader, problems } = collect("transforms: ./models", files);
    expect(drafts).toEqual([]);
    expect(briefly(reader)).toEqual(["1:13 transforms transforms_not_found"]);
    expect(problems[0]?.message).toContain(reason);
  });

  test("collectTransforms reports files that cannot be read, are empty or have no valid name", () => {
    const { drafts, problems } = collect("transforms: ./models", {
      "models/1st.sql": "SELECT 1",
      "models/bad.sql": Uint8Array.of(0xff),
      "models/empty.sql": "-- floe: { materialization: view }\n",
      "models/good.sql": "SELECT 1",
    });
    expect(drafts.map(({ name }) => name)).toEqual(["good"]);
    expect(problems.map(({ code, file, line }) => [code, file, line])).toEqual([
      ["name_invalid", "models/1st.sql", undefined],
      ["transform_unreadable", "models/bad.sql", undefined],
      ["sql_invalid", "models/empty.sql", 1],
    ]);
  });

  test("collectTransforms reports listed files that cannot be read where they are listed", () => {
    const { reader } = collect("transforms:\n  - none.sql\n  - { path: none.sql }\n  - { name: empty, sql: -- nothing }");
    expect(briefly(reader)).toEqual([
      "2:5 transforms[0] transform_unreadable",
      "3:13 transforms[1].path transform_unreadable",
      "4:25 transforms[2].sql sql_invalid",
    ]);
  });
});
