import { describe, expect, test } from "vitest";
import { columnInput, NO_INPUTS, sortInputs } from "../../../src/lineage/column-inputs.ts";
import type { FromTables } from "../../../src/lineage/from-tables.ts";
import { readFrom } from "../../../src/lineage/read-from.ts";
import type { Ctes, FunctionKind, Knowledge } from "../../../src/lineage/scope.ts";
import type { SyntaxNode } from "../../../src/references/syntax-node.ts";

const table = (name: string, more: SyntaxNode = {}): SyntaxNode => ({ type: "BASE_TABLE", table_name: name, ...more });
const join = (left: SyntaxNode, right: SyntaxNode, more: SyntaxNode = {}): SyntaxNode => ({ type: "JOIN", left, right, ref_type: "REGULAR", join_type: "INNER", ...more });
const subquery: SyntaxNode = { type: "SUBQUERY", subquery: { node: {} }, alias: "s" };
const range = (name: string, argument: SyntaxNode): SyntaxNode => ({ type: "TABLE_FUNCTION", function: { class: "FUNCTION", function_name: name, children: [argument] } });

const ctes: Ctes = new Map([["c", () => [{ name: "v", inputs: columnInput("t", "a") }]]]);
const columns: Readonly<Record<string, readonly string[]>> = { t: ["a", "b"], u: ["a", "c"], c: ["other"], "x.csv": ["a"] };

function read(node: SyntaxNode, kind: FunctionKind | undefined = "scalar", positions: boolean[] = []): FromTables {
  const knowledge: Knowledge = {
    columnsOf: (name) => columns[name.table],
    spell: (name) => name.table.toUpperCase(),
    kindOf: () => kind,
    relyOnAbsence: () => undefined,
  };
  return readFrom(node, ctes, knowledge, {
    query: (_, isFirst) => {
      positions.push(isFirst);
      return [{ name: "q", inputs: NO_INPUTS }];
    },
    constant: (expression) => (expression["class"] === "CONSTANT" ? NO_INPUTS : columnInput("t", "a")),
  });
}

const format = ({ tables }: FromTables) =>
  tables.map(({ alias, columns: list }) => `${alias}(${list.map(({ name, inputs }) => [name, ...sortInputs(inputs).map((one) => `${one.table}.${one.column}`)].join("=")).join()})`);

describe("readFrom", () => {
  test.each<readonly [what: string, node: SyntaxNode, tables: readonly string[]]>([
    ["nothing", { type: "EMPTY" }, []],
    ["a table", table("t"), ["t(a=T.a,b=T.b)"]],
    ["a table with an alias", table("t", { alias: "x", column_name_alias: ["p"] }), ["x(p=T.a,b=T.b)"]],
    ["a CTE", table("C"), ["C(v=t.a)"]],
    ["a table of a schema, whatever CTE there is", table("c", { schema_name: "s" }), ["c(other=C.other)"]],
    ["a subquery", subquery, ["s(q)"]],
    ["a join", join(table("t"), table("u"), { ref_type: "CROSS" }), ["t(a=T.a,b=T.b)", "u(a=U.a,c=U.c)"]],
    ["a join that only chooses rows", join(table("t"), { type: "?" }, { join_type: "SEMI" }), ["t(a=T.a,b=T.b)"]],
    ["values", { type: "EXPRESSION_LIST", alias: "v", values: [[{ class: "CONSTANT" }, { class: "CONSTANT" }]] }, ["v(col0,col1)"]],
    ["no values", { type: "EXPRESSION_LIST", alias: "v" }, ["v()"]],
    ["a range", range("range", { class: "CONSTANT" }), ["range(range)"]],
  ])("reads %s", (_, node, tables) => {
    expect(format(read(node))).toEqual(tables);
  });

  test("merges the columns of USING", () => {
    expect(read(join(table("t"), table("u"), { using_columns: ["a"] })).merged.map(({ name }) => name)).toEqual(["a"]);
  });

  test("tells a subquery that has something left of it from the first", () => {
    const positions: boolean[] = [];
    read(join(join(subquery, subquery), subquery), "scalar", positions);
    expect(positions).toEqual([true, false, false]);
  });

  test.each<readonly [SyntaxNode, string]>([
    [{ type: "PIVOT" }, "FROM PIVOT"],
    [table("nosuch"), "the table nosuch"],
    [table("x.csv"), "the table x.csv"],
    [table("t", { at_clause: {} }), "with at_clause"],
    [join(table("t"), table("u"), { ref_type: "NATURAL" }), "a join NATURAL INNER"],
    [join(table("t"), table("u"), { ref_type: "ASOF", using_columns: ["a"] }), "a join ASOF INNER"],
    [join(table("t"), table("u"), { join_type: "MARK" }), "a join REGULAR MARK"],
    [range("range", { class: "COLUMN_REF" }), "rows made of columns"],
    [range("unnest", { class: "CONSTANT" }), "the table function unnest"],
    [{ type: "EXPRESSION_LIST", values: [[{ class: "COLUMN_REF" }]] }, "rows made of columns"],
  ])("refuses %j", (node, reason) => {
    expect(() => read(node)).toThrow(reason);
  });

  test("refuses a range that is not DuckDB's own", () => {
    expect(() => read(range("range", { class: "CONSTANT" }), "aggregate")).toThrow("the table function range");
  });
});
