import type { ColumnLineage } from "floe-core";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnLineage } from "../../../src/lineage/column-lineage.ts";
import type { Statements } from "../../../src/session/statements.ts";
import { caught } from "../../support/caught.ts";
import { FLIGHTS } from "../../support/flights-models.ts";
import { memoryStatements } from "../../support/open-memory.ts";
import { randomSelects } from "../../support/random-selects.ts";
import { taggedTables, tagsIn } from "../../support/tagged-tables.ts";

/** `name: t.a, +t.b, Σt.x`: unchanged, transformed, aggregated. */
function format(lineage: readonly ColumnLineage[] | null): readonly string[] | null {
  const signs = { IDENTITY: "", TRANSFORMATION: "+", AGGREGATION: "Σ" };
  return (
    lineage?.map(({ column, inputs }) =>
      `${column}: ${inputs.map((input) => `${signs[input.transformation]}${input.table}.${input.column}`).join(", ")}`.trim(),
    ) ?? null
  );
}

/** What comes out although the lineage does not name it: nothing, if the lineage is right. */
async function unnamed(statements: Statements, sql: string, lineage: readonly ColumnLineage[]): Promise<readonly string[]> {
  const rows = await (await statements.run(sql)).getRowsJS();
  return lineage.flatMap(({ column, inputs }, index) => {
    const named = new Set(inputs.map((input) => `${input.table.replace("main.", "").toLowerCase()}.${input.column}`));
    return rows.flatMap((row) => tagsIn(row[index]).filter((tag) => !named.has(tag)).map((tag) => `${column}: ${tag}`));
  });
}

const describedNames = async (statements: Statements, sql: string): Promise<readonly unknown[]> =>
  (await statements.rows(`SELECT column_name AS name FROM (DESCRIBE ${sql})`)).map(({ name }) => name);

/** Of t(k, a, b, x), u(k, a, c, y) and w(k, c, z). */
const cases: readonly (readonly [sql: string, lineage: readonly string[]])[] = [
  // Columns, their names and their tables.
  ["SELECT a, t.b, x AS other FROM t", ["a: t.a", "b: t.b", "other: t.x"]],
  ["SELECT A, T.B FROM t", ["a: t.a", "b: t.b"]],
  ["SELECT one.a, two.a AS also FROM t AS one, t AS two", ["a: t.a", "also: t.a"]],
  ["SELECT one.p, b FROM t AS one(k, p)", ["p: t.a", "b: t.b"]],
  ["SELECT main.t.a, t.b FROM main.t", ["a: main.t.a", "b: main.t.b"]],
  ["SELECT main.t.a FROM t", ["a: t.a"]],
  ["SELECT t.x, u.y FROM T, U", ["x: T.x", "y: U.y"]],
  ["SELECT x, y FROM t JOIN u ON t.k = u.k WHERE b > 'a' ORDER BY c", ["x: t.x", "y: u.y"]],
  ["SELECT DISTINCT ON (b) x FROM t LIMIT 1", ["x: t.x"]],
  ["SELECT p: a FROM t", ["p: t.a"]],
  // Stars.
  ["SELECT * FROM t", ["k: t.k", "a: t.a", "b: t.b", "x: t.x"]],
  ["FROM w", ["k: w.k", "c: w.c", "z: w.z"]],
  ["TABLE w", ["k: w.k", "c: w.c", "z: w.z"]],
  ["SELECT u.*, x FROM t, u", ["k: u.k", "a: u.a", "c: u.c", "y: u.y", "x: t.x"]],
  ["SELECT * EXCLUDE (K, a) FROM t", ["b: t.b", "x: t.x"]],
  ["SELECT t.* EXCLUDE k REPLACE (b || y AS b) FROM t, u", ["a: t.a", "b: +t.b, +u.y", "x: t.x"]],
  // Expressions.
  ["SELECT 1 AS one, 'x' AS text, NULL AS nothing, current_date AS today, DATE '2020-01-01' AS day", ["one:", "text:", "nothing:", "today:", "day:"]],
  ["SELECT a || b AS ab, upper(a) AS up, a::VARCHAR AS text, (a) AS same FROM t", ["ab: +t.a, +t.b", "up: +t.a", "text: +t.a", "same: t.a"]],
  ["SELECT CASE WHEN a = 'x' THEN b ELSE x END AS v FROM t", ["v: +t.a, +t.b, +t.x"]],
  ["SELECT a IS NULL AS n, a IN (b, 'q') AS i, a BETWEEN b AND x AS r, NOT (a = b AND x = 'z') AS l FROM t", ["n: +t.a", "i: +t.a, +t.b", "r: +t.a, +t.b, +t.x", "l: +t.a, +t.b, +t.x"]],
  ["SELECT coalesce(a, b) AS c, nullif(a, 'x') AS n, if(a = 'x', b, x) AS i FROM t", ["c: +t.a, +t.b", "n: +t.a", "i: +t.a, +t.b, +t.x"]],
  ["SELECT {'p': a, 'q': [b, x]} AS s, a[1:2] AS part, a COLLATE NOCASE AS n FROM t", ["s: +t.a, +t.b, +t.x", "part: +t.a", "n: +t.a"]],
  ["SELECT CAST(a AS DECIMAL(5, 2)) AS d, CAST(b AS ENUM ('t.b')) AS e FROM t WHERE false", ["d: +t.a", "e: +t.b"]],
  ["SELECT extract(year FROM CAST(a AS DATE)) AS y, (a -> '$.p') ->> 'q' AS j FROM t WHERE false", ["y: +t.a", "j: +t.a"]],
  ["SELECT a || '!' AS p, p || b AS q FROM t", ["p: +t.a", "q: +t.a, +t.b"]],
  ["SELECT b AS a, a AS q FROM t", ["a: t.b", "q: t.a"]],
  ["SELECT upper(a), b FROM t", ["upper(a): +t.a", "b: t.b"]],
  // Aggregates and windows.
  ["SELECT a, count(*) AS n, max(b) AS m, count(DISTINCT x) AS d FROM t GROUP BY a HAVING max(k) > ''", ["a: t.a", "n:", "m: Σt.b", "d: Σt.x"]],
  ["SELECT upper(min(a)) || b AS v FROM t GROUP BY b", ["v: Σt.a, +t.b"]],
  ["SELECT string_agg(a ORDER BY b) FILTER (x <> '') AS v FROM t", ["v: Σt.a, Σt.b, Σt.x"]],
  ["SELECT wavg(length(a), length(b)) AS v, list_sum([length(x)]) AS s FROM t GROUP BY x", ["v: Σt.a, Σt.b", "s: +t.x"]],
  ["SELECT max(a) OVER (PARTITION BY b ORDER BY x) AS v, row_number() OVER w AS n FROM t WINDOW w AS (ORDER BY k) QUALIFY n = 1", ["v: +t.a, +t.b, +t.x", "n: +t.k"]],
  ["SELECT max(min(a)) OVER () AS v FROM t GROUP BY b", ["v: Σt.a"]],
  // Joins.
  ["SELECT k FROM t JOIN u USING (k)", ["k: t.k"]],
  ["SELECT k FROM t LEFT JOIN u USING (k)", ["k: t.k"]],
  ["SELECT k FROM t RIGHT JOIN u USING (k)", ["k: u.k"]],
  ["SELECT k FROM t FULL JOIN u USING (k)", ["k: +t.k, +u.k"]],
  ["SELECT k FROM t FULL JOIN u USING (k) LEFT JOIN w USING (k)", ["k: +t.k, +u.k"]],
  ["SELECT k FROM t JOIN u USING (k) RIGHT JOIN w USING (k)", ["k: w.k"]],
  ["SELECT * FROM u RIGHT JOIN w USING (k, c)", ["k: w.k", "a: u.a", "c: w.c", "y: u.y", "z: w.z"]],
  ["SELECT w.*, u.k AS other FROM u JOIN w USING (k)", ["k: w.k", "c: w.c", "z: w.z", "other: u.k"]],
  ["SELECT * FROM w SEMI JOIN u USING (k)", ["k: w.k", "c: w.c", "z: w.z"]],
  ["SELECT b FROM t ANTI JOIN u ON t.k = u.k", ["b: t.b"]],
  ["SELECT b, y FROM t POSITIONAL JOIN u", ["b: t.b", "y: u.y"]],
  ["SELECT b, y FROM t ASOF JOIN u ON t.a >= u.a", ["b: t.b", "y: u.y"]],
  // Queries within the query.
  ["SELECT v, s.a FROM (SELECT a, b || x AS v FROM t) AS s", ["v: +t.b, +t.x", "a: t.a"]],
  ["SELECT * FROM (SELECT a, max(b) FROM t GROUP BY a) AS s(p, q)", ["p: t.a", "q: Σt.b"]],
  ["SELECT upper(m) AS v FROM (SELECT max(b) AS m FROM t)", ["v: Σt.b"]],
  ["WITH c AS (SELECT a AS v FROM t) SELECT v, v || v AS w FROM c", ["v: t.a", "w: +t.a"]],
  ["WITH c(p) AS (SELECT a, x FROM t) FROM C", ["p: t.a", "x: t.x"]],
  ["WITH c AS (SELECT a FROM t), d AS MATERIALIZED (SELECT c.a, u.y FROM c, u) SELECT one.y, two.a FROM d one, d two", ["y: u.y", "a: t.a"]],
  ["WITH t AS (SELECT y AS a FROM u) SELECT a FROM t", ["a: u.y"]],
  ["WITH t AS (SELECT a AS v FROM t) SELECT v FROM t", ["v: t.a"]],
  ["WITH c AS (SELECT a AS v FROM t) SELECT v FROM (WITH c AS (SELECT y AS v FROM u) FROM c)", ["v: u.y"]],
  ["WITH c AS (SELECT unnest([y]) FROM u), d AS (SELECT a FROM t) FROM d", ["a: t.a"]],
  ["SELECT a FROM t UNION ALL SELECT y FROM u", ["a: t.a, u.y"]],
  ["SELECT a, b FROM t UNION SELECT max(c), 'q' FROM u UNION SELECT x, upper(a) FROM t", ["a: t.a, t.x, Σu.c", "b: +t.a, t.b"]],
  ["WITH c AS (SELECT a FROM t) SELECT a FROM c UNION ALL SELECT y FROM u ORDER BY a", ["a: t.a, u.y"]],
  ["SELECT (SELECT max(y) FROM u) AS v, (SELECT z FROM w LIMIT 1) || a AS q FROM t", ["v: Σu.y", "q: +t.a, +w.z"]],
  ["SELECT (SELECT max(y || b) FROM u WHERE u.k = t.k) AS v FROM t", ["v: Σt.b, Σu.y"]],
  ["SELECT (SELECT a FROM u LIMIT 1) AS v FROM t", ["v: u.a"]],
  ["SELECT b IN (SELECT c FROM u) AS v FROM t", ["v: +t.b, +u.c"]],
  ["SELECT n, r.range + n AS m FROM range(3) r, (VALUES (1), (2)) v(n)", ["n:", "m:"]],
  ["SELECT generate_series AS g FROM generate_series(1, 2) s", ["g:"]],
];

/** What is not understood, or could mean several things. */
const unclear: readonly string[] = [
  "SELECT COLUMNS('a') FROM t",
  "SELECT * LIKE 'a%' FROM t",
  "SELECT * RENAME (a AS q) FROM t",
  "SELECT * EXCLUDE (t.k) FROM t JOIN u USING (k)",
  "SELECT a, a FROM t",
  "SELECT t FROM t",
  "SELECT count(t) AS n FROM t",
  "SELECT rowid FROM t",
  "SELECT 'mine' AS rowid, rowid || '' AS v FROM t",
  "SELECT #1, a FROM t",
  "SELECT EXISTS (FROM u) AS e FROM t",
  "SELECT unnest([a, b]) AS v FROM t",
  "SELECT unnest({'p': a, 'q': b}) FROM t",
  "SELECT list_transform([a], lambda e: e || b) AS v FROM t",
  "SELECT [e || b FOR e IN [a]] AS v FROM t",
  "SELECT a.upper() AS v FROM t",
  "SELECT ARRAY(SELECT y FROM u) AS v",
  "SELECT * FROM t NATURAL JOIN u",
  "SELECT k FROM t ASOF JOIN u USING (k)",
  "SELECT k FROM t, u JOIN w USING (k)",
  "SELECT a FROM (SELECT a, x AS a FROM t)",
  "SELECT * FROM (SELECT a, b FROM t) s(b)",
  "SELECT v FROM t, LATERAL (SELECT t.a AS v)",
  "SELECT v FROM t, (SELECT current_date AS v)",
  "SELECT * FROM t, unnest([t.a]) s(v)",
  "SELECT n FROM t, range(length(t.a)) r(n)",
  "SELECT v FROM (VALUES ((SELECT max(a) FROM t))) s(v)",
  "SELECT a FROM t EXCEPT SELECT a FROM u",
  "SELECT a FROM t UNION BY NAME SELECT y FROM u",
  "WITH RECURSIVE r AS (SELECT a FROM t UNION ALL SELECT a || 'x' FROM r WHERE length(a) < 5) FROM r",
  "FROM t PIVOT (count(*) FOR a IN ('t.a'))",
  "FROM w UNPIVOT (value FOR name IN (c, z))",
  "SELECT a AS v, (SELECT v) AS q FROM t",
  "DESCRIBE t",
  "SUMMARIZE t",
  "SELECT $1 AS v",
  "SELECT * FROM (DESCRIBE t)",
  "SELECT * FROM query_table('t')",
  "SELECT \"count_star()\" AS n FROM (SELECT count(*) FROM t)",
];

describe("columnLineage", () => {
  test.each(cases)("of %s is %j", async (sql, lineage) => {
    expect(format(await columnLineage(await taggedTables(), sql))).toEqual(lineage);
  });

  test.each(cases)("of %s has DuckDB's names, and every column whose values come out", async (sql) => {
    const statements = await taggedTables();
    const lineage = (await columnLineage(statements, sql)) ?? [];
    const names = sql.startsWith("TABLE") ? ["k", "c", "z"] : await describedNames(statements, sql);
    expect(lineage.map(({ column }) => column)).toEqual(names);
    expect(await unnamed(statements, sql, lineage)).toEqual([]);
  });

  test.each(unclear)("of %s is null", async (sql) => {
    const statements = await taggedTables();
    await statements.prepared(sql, async () => "DuckDB takes it");
    expect(await columnLineage(statements, sql)).toBeNull();
  });

  test("of the example's models is what a reader of them would say", async () => {
    const statements = await memoryStatements();
    for (const { name, sql, lineage } of FLIGHTS) {
      if (lineage !== undefined) expect([name, format(await columnLineage(statements, sql))]).toEqual([name, lineage]);
      await statements.run(lineage === undefined ? sql : `CREATE TABLE ${name} AS ${sql}`);
    }
  });

  test("of any list of columns has as many columns, and comes from those that are written", async () => {
    const statements = await taggedTables();
    const columns = ["t.k", "t.a", "t.b", "u.a", "u.c", "w.z"];
    const item = fc.record({ first: fc.constantFrom(...columns), second: fc.option(fc.constantFrom(...columns)) });
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 8 }), async (items) => {
        const select = items.map(({ first, second }, index) => `${first}${second === null ? "" : ` || ${second}`} AS v${index}`);
        const lineage = await columnLineage(statements, `SELECT ${select.join(", ")} FROM t, u, w`);
        const expected = items.map(({ first, second }, index) => {
          const inputs = second === null ? [first] : [...new Set([first, second])].sort().map((one) => `+${one}`);
          return `v${index}: ${inputs.join(", ")}`;
        });
        expect(format(lineage)).toEqual(expected);
      }),
      { numRuns: 25, seed: 1 },
    );
  });

  test("of random statements is null or names every column whose values come out", { timeout: 60_000 }, async () => {
    const statements = await taggedTables();
    let told = 0;
    for (const sql of randomSelects(1000)) {
      const lineage = await columnLineage(statements, sql).catch(() => null);
      if (lineage === null) continue;
      told += 1;
      expect([sql, await unnamed(statements, sql, lineage)]).toEqual([sql, []]);
    }
    expect(told).toBeGreaterThan(30);
  });

  test("knows views, attached databases and schemas", async () => {
    const statements = await taggedTables();
    await statements.run("CREATE SCHEMA s");
    await statements.run('CREATE VIEW s."my.view" AS SELECT a AS p, upper(b) AS q FROM t');
    await statements.run("ATTACH ':memory:' AS other");
    await statements.run("CREATE TABLE other.main.t (id INTEGER, data STRUCT(f INTEGER))");
    expect(format(await columnLineage(statements, 'SELECT p, upper(q) AS q FROM s."my.view"'))).toEqual(['p: s."my.view".p', 'q: +s."my.view".q']);
    expect(format(await columnLineage(statements, "SELECT o.id, o.data.f, t.b FROM other.main.t AS o, t"))).toEqual([
      "id: other.main.t.id",
      "f: +other.main.t.data",
      "b: t.b",
    ]);
    expect(format(await columnLineage(statements, "SELECT data.f FROM other.main.t"))).toEqual(["f: +other.main.t.data"]);
  });

  test("does not follow what a user has made of a function", async () => {
    const statements = await taggedTables();
    expect(await columnLineage(statements, "SELECT trim(a) AS v FROM t")).not.toBeNull();
    await statements.run("CREATE MACRO trim(v) AS (SELECT max(y) FROM u)");
    expect(await columnLineage(statements, "SELECT trim(a) AS v FROM t")).toBeNull();
  });

  test("of a statement that is nested too deep is null", async () => {
    const nested = (depth: number) => `${"SELECT a FROM (".repeat(depth)}FROM t${")".repeat(depth)}`;
    const statements = await taggedTables();
    expect(format(await columnLineage(statements, nested(150)))).toEqual(["a: t.a"]);
    expect(await columnLineage(statements, nested(300))).toBeNull();
  });

  test("runs nothing", async () => {
    const statements = await taggedTables();
    expect(format(await columnLineage(statements, "SELECT error(a) AS v FROM t"))).toEqual(["v: +t.a"]);
  });

  test.each([
    ["SELECT nosuch FROM t", "FLOE_DUCKDB_SQL"],
    ["SELECT 1; SELECT 2", "FLOE_DUCKDB_ONE_STATEMENT"],
    ["DROP TABLE t", "FLOE_DUCKDB_NOT_A_SELECT"],
  ])("refuses %s", async (sql, code) => {
    expect(await caught(async () => columnLineage(await taggedTables(), sql))).toMatchObject({ code });
  });
});
