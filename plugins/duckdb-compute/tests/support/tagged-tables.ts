import type { Statements } from "../../src/session/statements.ts";
import { memoryStatements } from "./open-memory.ts";

/**
 * The tables of the lineage tests. Every value is the name of its table and column, but for the keys: they are one
 * word, which every table writes in letters of its own, so that joins take them for equal and a test can tell.
 */
const TABLES = {
  t: { key: "key", columns: ["a", "b", "x"] },
  u: { key: "Key", columns: ["a", "c", "y"] },
  w: { key: "kEy", columns: ["c", "z"] },
};

/** Statements on a database that holds them; each has a key of its own besides the one of all. */
export async function taggedTables(): Promise<Statements> {
  const statements = await memoryStatements();
  for (const [table, { key, columns }] of Object.entries(TABLES)) {
    const values = columns.map((column) => `'${table}.${column}' AS ${column}`).join(", ");
    await statements.run(`CREATE TABLE ${table} (k VARCHAR COLLATE NOCASE, ${columns.map((column) => `${column} VARCHAR`).join(", ")})`);
    await statements.run(`INSERT INTO ${table} BY NAME SELECT k, ${values} FROM (VALUES ('${key}'), ('${key}-${table}')) v(k)`);
  }
  return statements;
}

/** The columns whose values stand in a value, as `t.a`. */
export function tagsIn(value: unknown): readonly string[] {
  const text = typeof value === "string" ? value : "";
  const keys = Object.entries(TABLES).filter(([, { key }]) => text.includes(key)).map(([table]) => `${table}.k`);
  return [...(text.match(/[tuw]\.[abcxyz]/g) ?? []), ...keys];
}
