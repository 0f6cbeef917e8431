import { expect, test } from "vitest";
import { formatTableName, isFileName, tableNameOf } from "../../../src/references/table-name.ts";

const name = (table: string, schema = "", catalog = "") => ({ catalog, schema, table });

test("formatTableName joins what was stated with dots", () => {
  expect(formatTableName(name("t"))).toBe("t");
  expect(formatTableName(name("t", "s"))).toBe("s.t");
  expect(formatTableName(name("t", "s", "c"))).toBe("c.s.t");
  expect(formatTableName(name("My Table"))).toBe("My Table");
});

test("formatTableName quotes a part that would be taken for several", () => {
  expect(formatTableName(name("a.b", "s"))).toBe('s."a.b"');
  expect(formatTableName(name('a"b'))).toBe('"a""b"');
});

test("isFileName knows what DuckDB reads as a file", () => {
  for (const file of ["x.parquet", "/d/X.PARQUET", "x.csv", "x.tsv.gz", "x.json", "x.jsonl.zst", "x.ndjson", "http://h/x.csv?a=1", "*.parquet"]) {
    expect([file, isFileName(name(file))]).toEqual([file, true]);
  }
});

test("isFileName takes a name with a schema, or without such an ending, for a table", () => {
  expect([isFileName(name("x.csv", "s")), isFileName(name("x.csv", "", "c")), isFileName(name("x")), isFileName(name("csv"))]).toEqual(
    [false, false, false, false],
  );
});

test("tableNameOf reads the parts of a name, and knows no other node", () => {
  expect(tableNameOf({ type: "BASE_TABLE", schema_name: "s", table_name: "t" })).toEqual(name("t", "s"));
  expect(tableNameOf({ type: "JOIN", table_name: "t" })).toBeUndefined();
});
