import { describe, expect, test } from "vitest";
import { sortInputs } from "../../../src/lineage/column-inputs.ts";
import { readQuery } from "../../../src/lineage/read-query.ts";
import type { Knowledge } from "../../../src/lineage/scope.ts";
import type { SyntaxNode } from "../../../src/references/syntax-node.ts";

const column = (name: string, alias?: string): SyntaxNode => ({ class: "COLUMN_REF", column_names: [name], ...(alias !== undefined && { alias }) });
const table = (name: string): SyntaxNode => ({ type: "BASE_TABLE", table_name: name });
const select = (items: readonly SyntaxNode[], from: SyntaxNode, more: SyntaxNode = {}): SyntaxNode => ({ type: "SELECT_NODE", select_list: items, from_table: from, ...more });
const withCte = (key: string, node: SyntaxNode, more: SyntaxNode = {}): SyntaxNode => ({ cte_map: { map: [{ key, value: { query: { node }, ...more } }] } });
const union = (left: SyntaxNode, right: SyntaxNode, more: SyntaxNode = {}): SyntaxNode => ({ type: "SET_OPERATION_NODE", setop_type: "UNION", left, right, ...more });

const knowledge: Knowledge = {
  columnsOf: ({ table: name }) => ({ t: ["a", "b"], u: ["a", "c"] })[name],
  spell: ({ table: name }) => name,
  kindOf: () => "scalar",
  relyOnAbsence: () => undefined,
};
const read = (query: SyntaxNode) =>
  readQuery(query, knowledge).map(({ name, inputs }) => `${name}: ${sortInputs(inputs).map((one) => `${one.table}.${one.column}`).join()}`);

describe("readQuery", () => {
  test("reads columns, stars and expressions without a name", () => {
    const items = [column("b"), column("a", "x"), { class: "STAR" }, { class: "CONSTANT" }];
    expect(read(select(items, table("t"), { where_clause: { class: "?" }, modifiers: [] }))).toEqual(["b: t.b", "x: t.a", "a: t.a", "b: t.b", "undefined: "]);
  });

  test("lets a column use the alias of one before, of two the first", () => {
    expect(read(select([column("a", "x"), column("b", "x"), column("x", "y")], table("t")))).toEqual(["x: t.a", "x: t.b", "y: t.a"]);
    expect(() => read(select([column("x", "y"), column("a", "x")], table("t")))).toThrow("an unknown column x");
  });

  test("reads a union by position", () => {
    expect(read(union(select([column("a")], table("t")), select([column("c")], table("u"))))).toEqual(["a: t.a,u.c"]);
  });

  test("reads CTEs, only those that are used", () => {
    expect(read(select([column("x")], table("C"), withCte("c", select([column("a")], table("t")), { aliases: ["x"] })))).toEqual(["x: t.a"]);
    expect(read(select([column("a")], table("t"), withCte("c", { type: "?" })))).toEqual(["a: t.a"]);
    expect(read(union(select([column("a")], table("c")), select([column("c")], table("u")), withCte("c", select([column("a")], table("t")))))).toEqual(["a: t.a,u.c"]);
  });

  test("takes a CTE's name within the CTE for the table", () => {
    expect(read(select([column("v")], table("t"), withCte("t", select([column("a", "v")], table("t")))))).toEqual(["v: t.a"]);
  });

  test.each<readonly [SyntaxNode, string]>([
    [{ type: "RECURSIVE_CTE_NODE" }, "a query RECURSIVE_CTE_NODE"],
    [select([], table("t"), { new_clause: 1 }), "with new_clause"],
    [union(select([column("a")], table("t")), select([], table("t"))), "different numbers of columns"],
    [union(select([column("a")], table("t")), select([column("a")], table("t")), { setop_type: "EXCEPT" }), "a set operation EXCEPT"],
    [select([column("a")], table("c"), withCte("c", select([column("a")], table("t")), { key_targets: [] })), "with key_targets"],
  ])("refuses %j", (query, reason) => {
    expect(() => read(query)).toThrow(reason);
  });
});
