import * as fc from "fast-check";

const column = fc.constantFrom("k", "a", "b", "c", "x", "y", "z");
const table = fc.constantFrom("t", "u", "w", "p", "q");
const few: fc.OneOfConstraints = { depthSize: "small" };

const parts = fc.letrec<Record<"query" | "from" | "item" | "expression" | "subquery", string>>((part) => ({
  expression: fc.oneof(
    few,
    { weight: 6, arbitrary: column },
    { weight: 4, arbitrary: fc.tuple(table, column).map(([t, c]) => `${t}.${c}`) },
    { weight: 1, arbitrary: fc.constant("'constant'") },
    fc.tuple(part("expression"), part("expression")).map(([a, b]) => `(${a} || ${b})`),
    fc.tuple(fc.constantFrom("trim(", "max(", "CAST("), part("expression")).map(([f, e]) => (f === "CAST(" ? `CAST(${e} AS VARCHAR)` : `${f}${e})`)),
    { weight: 2, arbitrary: part("subquery") },
  ),
  subquery: fc.tuple(part("expression"), part("from")).map(([e, f]) => `(SELECT ${e} FROM ${f} LIMIT 1)`),
  item: fc.oneof(
    { weight: 5, arbitrary: part("expression") },
    { weight: 5, arbitrary: fc.tuple(part("expression"), column).map(([e, c]) => `${e} AS ${c}`) },
    fc.constant("*"),
    table.map((t) => `${t}.*`),
    column.map((c) => `* EXCLUDE (${c})`),
    fc.tuple(part("expression"), column).map(([e, c]) => `* REPLACE (${e} AS ${c})`),
  ),
  from: fc.oneof(
    few,
    { weight: 5, arbitrary: fc.constantFrom("t", "u", "w", "p", "q", "t AS u", "u AS p", "w AS q(a, b)", "main.t", "t AS a") },
    fc.tuple(part("query"), table).map(([q, t]) => `(${q}) AS ${t}`),
    fc.tuple(part("query"), table, column, column).map(([q, t, c, d]) => `(${q}) AS ${t}(${c}, ${d})`),
    fc.tuple(part("from"), fc.constantFrom("", "LEFT", "RIGHT", "FULL", "SEMI", "ANTI"), part("from"), column).map(
      ([left, type, right, c]) => `${left} ${type} JOIN ${right} USING (${c})`,
    ),
    fc.tuple(part("from"), fc.constantFrom(",", "CROSS JOIN"), part("from")).map(([left, join, right]) => `${left} ${join} ${right}`),
  ),
  query: fc.oneof(
    few,
    { weight: 6, arbitrary: fc.tuple(fc.array(part("item"), { minLength: 1, maxLength: 4 }), part("from")).map(([items, from]) => `SELECT ${items.join(", ")} FROM ${from}`) },
    fc.tuple(part("query"), part("query")).map(([left, right]) => `(${left}) UNION ALL (${right})`),
    fc.tuple(table, part("query"), part("query")).map(([name, cte, query]) => `(WITH ${name} AS (${cte}) ${query})`),
  ),
}));

/** Statements on the tagged tables, always the same; most of them DuckDB refuses. */
export function randomSelects(count: number): readonly string[] {
  return fc.sample(parts.query, { numRuns: count, seed: 1 }).filter((sql) => sql.length < 400);
}
