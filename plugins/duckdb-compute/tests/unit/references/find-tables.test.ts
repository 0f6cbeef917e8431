import { expect, test } from "vitest";
import { findTables } from "../../../src/references/find-tables.ts";
import type { SyntaxNode } from "../../../src/references/syntax-node.ts";
import { formatTableName } from "../../../src/references/table-name.ts";

const tablesOf = (statement: SyntaxNode) => findTables(statement).map(formatTableName).sort();

const table = (name: string, schema?: string): SyntaxNode => ({ type: "BASE_TABLE", table_name: name, ...(schema && { schema_name: schema }) });
const select = (from: unknown, more = {}): SyntaxNode => ({ type: "SELECT_NODE", from_table: from, ...more });
const ctes = (...entries: readonly (readonly [string, SyntaxNode])[]) => ({
  cte_map: { map: entries.map(([key, node]) => ({ key, value: { query: { node } } })) },
});

test("findTables finds tables wherever they stand", () => {
  const statement = select({ type: "JOIN", left: table("b"), right: table("a") }, { where_clause: { children: [select(table("c"))] } });
  expect(tablesOf({ node: statement })).toEqual(["a", "b", "c"]);
});

test("findTables hides a CTE from the next CTE to the end of its query", () => {
  const node = select([table("a"), table("b")], ctes(["a", select(table("b"))], ["b", select(table("a"))]));
  expect(tablesOf({ node })).toEqual(["b"]);
});

test("findTables does not hide a CTE's name inside itself, nor outside its query", () => {
  expect(tablesOf(select(table("c"), ctes(["c", select(table("c"))])))).toEqual(["c"]);
  const union = { type: "SET_OPERATION_NODE", left: select(table("c"), ctes(["c", select(table("t"))])), right: select(table("c")) };
  expect(tablesOf(union)).toEqual(["c", "t"]);
});

test("findTables hides a recursive CTE in its recursive half only", () => {
  const recursive = {
    type: "RECURSIVE_CTE_NODE",
    cte_name: "r",
    left: select(table("r")),
    right: select([table("r"), table("r", "recurring"), table("x", "recurring")]),
  };
  expect(tablesOf(select(table("r"), ctes(["r", recursive])))).toEqual(["r", "recurring.x"]);
  expect(tablesOf(select(table("r"), ctes(["r", { ...recursive, left: select(table("t")) }])))).toEqual(["recurring.x", "t"]);
});

test("findTables leaves out files, but not a table with a schema", () => {
  expect(tablesOf(select([table("x.parquet"), table("x.parquet", "s")]))).toEqual(['s."x.parquet"']);
});

test("findTables copes with nodes that are not as expected", () => {
  expect(tablesOf({ cte_map: { map: [null, 5] }, list: [null, 1, "BASE_TABLE"] })).toEqual([]);
  expect(tablesOf({ cte_map: "none", type: "BASE_TABLE", table_name: "t", catalog_name: "c", schema_name: "s" })).toEqual(["c.s.t"]);
});

test("findTables walks a statement that is deeper than the stack", () => {
  let node = select(table("deep"));
  for (let depth = 0; depth < 200_000; depth += 1) node = { node };
  expect(tablesOf(node)).toEqual(["deep"]);
});
