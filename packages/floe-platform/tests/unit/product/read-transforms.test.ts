import { describe, expect, test } from "vitest";
import { readTransforms } from "../../../src/product/read-transforms.ts";
import { briefly, problemsOf, readerOf } from "../../support/reader-of.ts";

describe("readTransforms", () => {
  test("readTransforms reads a folder", () => {
    expect(readTransforms(readerOf("transforms: ./models"))).toEqual({ kind: "folder", path: "./models" });
    expect(readTransforms(readerOf("name: x"))).toBeUndefined();
  });

  test("readTransforms reads a list of files and SQL", () => {
    const reader = readerOf(`transforms:
  - ./a.sql
  - { path: ./b.sql }
  - { path: ./c.sql, name: sea }
  - { name: d, sql: SELECT 1 }
`);
    expect(readTransforms(reader)).toEqual({
      kind: "list",
      entries: [
        { at: ["transforms", 0], path: "./a.sql", name: undefined },
        { at: ["transforms", 1, "path"], path: "./b.sql", name: undefined },
        { at: ["transforms", 2, "path"], path: "./c.sql", name: "sea" },
        { at: ["transforms", 3, "sql"], sql: "SELECT 1", name: "d" },
      ],
    });
    expect(problemsOf(reader)).toEqual([]);
  });

  test("readTransforms reports every wrong entry and keeps the others", () => {
    const reader = readerOf(`transforms:
  - 3
  - ""
  - { path: a.sql, sql: SELECT 1 }
  - { sql: SELECT 1 }
  - { name: a, sql: 1 }
  - { name: a b, path: a.sql }
  - { nme: a, path: a.sql }
  - {}
`);
    expect(readTransforms(reader)).toMatchObject({ entries: [{ path: "a.sql", at: ["transforms", 6, "path"] }] });
    expect(briefly(reader)).toEqual([
      "2:5 transforms[0] type_invalid",
      "3:5 transforms[1] type_invalid",
      "4:25 transforms[2].sql value_invalid",
      "5:5 transforms[3].name key_missing",
      "6:21 transforms[4].sql type_invalid",
      "7:13 transforms[5].name name_invalid",
      "8:7 transforms[6].nme key_unknown",
      "9:5 transforms[7].path key_missing",
    ]);
  });

  test("readTransforms refuses what is neither a folder nor a list", () => {
    const reader = readerOf("transforms: { a: b }");
    expect(readTransforms(reader)).toBeUndefined();
    expect(briefly(reader)).toEqual(["1:13 transforms type_invalid"]);
  });
});
