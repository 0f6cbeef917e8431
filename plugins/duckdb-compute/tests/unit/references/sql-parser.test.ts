import { readdir } from "node:fs/promises";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { SqlParser } from "../../../src/references/sql-parser.ts";
import { caught } from "../../support/caught.ts";
import { memoryStatements } from "../../support/open-memory.ts";
import { tempFolder } from "../../support/temp-folder.ts";

/** Statements, and the tables that DuckDB itself asks for when it binds them. All have a column `a`. */
const cases: readonly (readonly [sql: string, tables: readonly string[]])[] = [
  ["SELECT 1", []],
  ["SELECT a FROM t", ["t"]],
  ["FROM t", ["t"]],
  ["TABLE t", ["t"]],
  ["VALUES ((SELECT a FROM t))", ["t"]],
  ["SELECT * FROM t JOIN u USING (a) LEFT JOIN v ON t.a = v.a", ["t", "u", "v"]],
  ["SELECT * FROM t, u, v", ["t", "u", "v"]],
  ["FROM t NATURAL JOIN u", ["t", "u"]],
  ["FROM t SEMI JOIN u USING (a)", ["t", "u"]],
  ["FROM t ASOF JOIN u ON t.a >= u.a", ["t", "u"]],
  ["FROM t POSITIONAL JOIN u", ["t", "u"]],
  ["SELECT * FROM t UNION ALL SELECT * FROM u EXCEPT SELECT * FROM v", ["t", "u", "v"]],
  ["SELECT (SELECT max(a) FROM t) FROM u WHERE EXISTS (FROM v) AND a IN (FROM s.w)", ["s.w", "t", "u", "v"]],
  ["SELECT * FROM t, LATERAL (SELECT u.a FROM u WHERE u.a = t.a) x", ["t", "u"]],
  ["SELECT * FROM t ORDER BY (SELECT max(a) FROM u) LIMIT (SELECT count(*) FROM v)", ["t", "u", "v"]],
  ["SELECT a FROM t GROUP BY a HAVING count(*) > (SELECT min(a) FROM u)", ["t", "u"]],
  ["SELECT a FROM t QUALIFY row_number() OVER (ORDER BY (SELECT max(a) FROM u)) = 1", ["t", "u"]],
  ["SELECT count(*) FILTER (a IN (FROM u)) FROM t", ["t", "u"]],
  ["SELECT CASE WHEN EXISTS (FROM t) THEN 1 END", ["t"]],
  ["SELECT [x FOR x IN (SELECT list(a) FROM t)]", ["t"]],
  ["SELECT * REPLACE ((SELECT max(a) FROM u) AS a) FROM t", ["t", "u"]],
  ["FROM t PIVOT (count(*) FOR a IN (1, 2))", ["t"]],
  ["PIVOT t ON a IN (1, 2) USING count(*)", ["t"]],
  ["FROM t UNPIVOT (value FOR name IN (a))", ["t"]],
  ["SELECT * FROM t TABLESAMPLE 10%", ["t"]],
  ["DESCRIBE t", ["t"]],
  ["SUMMARIZE t", ["t"]],
  ["SELECT * FROM (DESCRIBE t)", ["t"]],
  ["SELECT * FROM range(3), unnest([1]), (SELECT 1)", []],
  ["SELECT * FROM range((SELECT max(a) FROM t))", ["t"]],
  ["SELECT * FROM s.w", ["s.w"]],
  ["SELECT * FROM memory.s.w", ["memory.s.w"]],
  ['SELECT * FROM "My Table" JOIN s."x.y" USING (a)', ["My Table", 's."x.y"']],
  ["SELECT t.a FROM u AS t", ["u"]],
  ["SELECT * FROM T JOIN t AS other USING (a)", ["T"]],
  ["SELECT 'FROM u' AS a /* FROM v */ FROM t -- FROM w", ["t"]],
  ["SELECT {'type': 'BASE_TABLE', 'table_name': 'zz'} FROM t", ["t"]],
  // A name of WITH: hidden from the next CTE to the end of the query.
  ["WITH c AS (FROM t) FROM c", ["t"]],
  ["WITH c AS (SELECT 1 AS a) SELECT * FROM t JOIN C USING (a)", ["t"]],
  ["WITH c AS (SELECT 1 AS a) SELECT (SELECT max(a) FROM c) FROM t, LATERAL (FROM c)", ["t"]],
  ["WITH c AS (SELECT 1 AS a) FROM c UNION ALL FROM c", []],
  ["WITH c AS (SELECT 1 AS a) SELECT a FROM t LIMIT (SELECT a FROM c)", ["t"]],
  ["WITH c AS (SELECT 1 AS a) FROM s.c", ["s.c"]],
  ["WITH c AS MATERIALIZED (FROM t), d AS NOT MATERIALIZED (FROM c) FROM d", ["t"]],
  ["WITH c(x) AS (FROM t) SELECT x FROM c", ["t"]],
  ["WITH b AS (FROM a1), a1 AS (SELECT 2 AS a) SELECT * FROM b, a1", ["a1"]],
  // ... but not inside itself, and not outside the query.
  ["WITH c AS (SELECT a FROM c) FROM c", ["c"]],
  ["WITH t AS (SELECT a FROM t), u AS (FROM t) FROM u", ["t"]],
  ["SELECT * FROM (WITH c AS (SELECT 1 AS a) FROM c) x, c", ["c"]],
  ["(WITH c AS (SELECT 1 AS a) FROM c) UNION ALL FROM c", ["c"]],
  ["WITH x AS (WITH c AS (FROM t) FROM c) SELECT * FROM x, c", ["c", "t"]],
  ["WITH c AS (SELECT 1 AS a), d AS (WITH c AS (SELECT a FROM c) FROM c) SELECT * FROM d, c", []],
  // Recursion.
  ["WITH RECURSIVE r AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM r WHERE a < 3) FROM r", []],
  ["WITH RECURSIVE r AS (SELECT a FROM t UNION ALL SELECT r.a + 1 FROM r, u WHERE r.a < 3) FROM r", ["t", "u"]],
  ["WITH RECURSIVE r AS (SELECT a FROM r UNION ALL SELECT a + 1 FROM r WHERE a < 3) FROM r", ["r"]],
  ["WITH RECURSIVE r AS (SELECT a FROM r) FROM r", ["r"]],
  ["WITH RECURSIVE r(a) USING KEY (a) AS (SELECT a FROM t UNION SELECT a + 1 FROM recurring.r WHERE a < 3) FROM r", ["t"]],
];

describe("SqlParser.referencedTables", () => {
  const parser = new SqlParser();

  afterAll(() => parser.close());

  test.each(cases)("of %s are %j", async (sql, tables) => {
    expect(await parser.referencedTables(sql)).toEqual(tables);
  });

  test.each(cases.filter(([, tables]) => tables.length > 0))("of %s are exactly what DuckDB needs to bind it", async (sql, tables) => {
    const statements = await memoryStatements();
    await statements.run("CREATE SCHEMA s");
    const bind = () => statements.prepared(sql, async () => "bound");
    for (const [index, table] of tables.entries()) {
      const missing = await caught(bind);
      expect([index, String(missing)]).toEqual([index, expect.stringMatching(/does not exist|Circular reference to CTE/)]);
      const quoted = table === "My Table" ? '"My Table"' : table;
      await statements.run(`CREATE TABLE ${quoted} (a INTEGER)`);
    }
    expect(await bind()).toBe("bound");
  });

  test("leaves out the files that FROM names, without looking for them", async () => {
    const folder = await tempFolder();
    expect(await parser.referencedTables(`SELECT * FROM '${folder}/x.parquet' JOIN t USING (a) JOIN 'y.csv.gz' USING (a)`)).toEqual(["t"]);
    expect(await parser.referencedTables(`SELECT * FROM read_csv('${folder}/none.csv')`)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  test.each([
    ["SELECT *\nFROM t\nWHERE WHERE", 3, 7],
    ["SELECT 'é😀', a b c FROM t", 1, 18],
    ["SELEC 1", 1, 1],
    ["SELECT 1; SELEC 2", 1, 11],
    ["SELECT 'open", 1, 8],
    ["WITH c AS (SELECT 1), c AS (SELECT 2) FROM c", 1, 1],
  ])("refuses %j with its place", async (sql, line, column) => {
    const error = await caught(() => parser.referencedTables(sql));
    expect(error).toMatchObject({ code: "FLOE_DUCKDB_SQL", exceptionType: "Parser", line, column });
  });

  test.each(["", "  \n", "-- nothing", "SELECT 1; SELECT 2"])("refuses %j, which is not one statement", async (sql) => {
    expect(await caught(() => parser.referencedTables(sql))).toMatchObject({ code: "FLOE_DUCKDB_ONE_STATEMENT" });
  });

  test.each(["CREATE TABLE x (a INT)", "INSERT INTO t VALUES (1)", "DROP TABLE t", "EXPLAIN SELECT 1", "PIVOT t ON a USING count(*)", "ATTACH 'x.db'"])(
    "refuses %j, which is no plain SELECT",
    async (sql) => {
      expect(await caught(() => parser.referencedTables(sql))).toMatchObject({ code: "FLOE_DUCKDB_NOT_A_SELECT" });
    },
  );

  test("takes a final semicolon, and parameters", async () => {
    expect(await parser.referencedTables("SELECT * FROM t WHERE a = $a;\n-- done")).toEqual(["t"]);
  });

  test("refuses a NUL instead of answering for half the statement", async () => {
    expect(await caught(() => parser.referencedTables("SELECT 1 \0 FROM t"))).toMatchObject({ code: "FLOE_DUCKDB_NAME" });
  });

  test("copes with long chains, and refuses nesting that DuckDB refuses", async () => {
    const union = Array.from({ length: 2000 }, (_, index) => `SELECT a FROM t${index % 3}`).join(" UNION ALL ");
    expect(await parser.referencedTables(union)).toEqual(["t0", "t1", "t2"]);
    expect(await caught(() => parser.referencedTables(`SELECT ${"(".repeat(50_000)}1${")".repeat(50_000)}`))).toMatchObject({ code: "FLOE_DUCKDB_SQL" });
  });

  test("answers many calls at once", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => parser.referencedTables(`FROM t${index}`)));
    expect(answers).toEqual(Array.from({ length: 20 }, (_, index) => [`t${index}`]));
  });

  test("rejects with the signal's reason", async () => {
    const reason = new Error("enough");
    expect(await caught(() => parser.referencedTables("SELECT 1", { signal: AbortSignal.abort(reason) }))).toBe(reason);
  });

  test("works again after close, which is safe twice", async () => {
    const own = new SqlParser();
    onTestFinished(() => own.close());
    await own.close();
    expect(await own.referencedTables("FROM t")).toEqual(["t"]);
    await own.close();
    await own.close();
    expect(await own.referencedTables("FROM u")).toEqual(["u"]);
  });
});
