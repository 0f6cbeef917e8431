import type { ContractSamples } from "../../contract-samples.ts";

/** The statements that the clauses use where a plugin declares none. */
export const STANDARD_SQL: Required<NonNullable<ContractSamples["sql"]>> = {
  endless: `SELECT count(*) AS n FROM ${digits(16)}`,
  many: `SELECT d1.n AS a, d2.n AS b, d3.n AS c, d4.n AS d, d5.n AS e, d6.n AS f FROM ${digits(6)}`,
  byPosition: "SELECT $1 AS a, $2 AS b",
  byName: "SELECT $first AS a, $second AS b",
};

/** Ten rows, as many times over as there are tables; each has a column n. */
function digits(tables: number): string {
  const rows = Array.from({ length: 10 }, (_, digit) => `(${digit})`).join(", ");
  return Array.from({ length: tables }, (_, index) => `(VALUES ${rows}) AS d${index + 1}(n)`).join(" CROSS JOIN ");
}

/** A SELECT of rows that are written into it: numbers, and texts without quotes. */
export function selectRows(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const tuples = rows.map((row) => `(${row.map((value) => (typeof value === "number" ? value : `'${value}'`)).join(", ")})`);
  return `SELECT ${columns.join(", ")} FROM (VALUES ${tuples.join(", ")}) AS t(${columns.join(", ")})`;
}
