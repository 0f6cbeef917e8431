import { describe, expect, test } from "vitest";
import { columnInput, sortInputs } from "../../../src/lineage/column-inputs.ts";
import { readExpression } from "../../../src/lineage/read-expression.ts";
import type { Knowledge, Scope } from "../../../src/lineage/scope.ts";
import type { SyntaxNode } from "../../../src/references/syntax-node.ts";

const a: SyntaxNode = { class: "COLUMN_REF", column_names: ["a"] };
const b: SyntaxNode = { class: "COLUMN_REF", column_names: ["b"] };
const call = (name: string, more: SyntaxNode = {}): SyntaxNode => ({ class: "FUNCTION", function_name: name, children: [a], ...more });
const subquery = (type: string, more: SyntaxNode = {}): SyntaxNode => ({ class: "SUBQUERY", subquery_type: type, subquery: { node: { type: "SELECT_NODE" } }, ...more });

const columns = ["a", "b"].map((name) => ({ name, inputs: columnInput("t", name) }));
const scope: Scope = { from: { tables: [{ alias: "t", table: undefined, columns }], merged: [] }, aliases: new Map(), ctes: new Map(), outer: "none" };
const knowledge: Knowledge = {
  columnsOf: () => undefined,
  spell: () => undefined,
  kindOf: (name) => (name === "sum" ? "aggregate" : name === "odd" ? undefined : "scalar"),
  relyOnAbsence: () => undefined,
};

const read = (expression: SyntaxNode, width = 1) =>
  sortInputs(readExpression(expression, scope, knowledge, () => Array.from({ length: width }, () => ({ name: "v", inputs: columnInput("u", "v") })))).map(
    ({ table, column, transformation }) => `${transformation} ${table}.${column}`,
  );

describe("readExpression", () => {
  test.each<readonly [what: string, expression: SyntaxNode, inputs: readonly string[]]>([
    ["a constant", { class: "CONSTANT", value: { class: "COLUMN_REF" } }, []],
    ["a column", a, ["IDENTITY t.a"]],
    ["a function", call("upper"), ["TRANSFORMATION t.a"]],
    ["a function of DuckDB's own syntax", call("date_part", { schema: "main" }), ["TRANSFORMATION t.a"]],
    ["an aggregate, with its FILTER and ORDER BY", call("sum", { children: [], filter: a, order_bys: { orders: [{ expression: b }] } }), ["AGGREGATION t.a", "AGGREGATION t.b"]],
    ["a CASE", { class: "CASE", case_checks: [{ when_expr: a, then_expr: b }] }, ["TRANSFORMATION t.a", "TRANSFORMATION t.b"]],
    ["a cast, without its type", { class: "CAST", child: a, cast_type: { type_info: { class: "?" } } }, ["TRANSFORMATION t.a"]],
    ["JSON's arrow", { class: "LAMBDA", lhs: a, expr: { class: "CONSTANT" } }, ["TRANSFORMATION t.a"]],
    ["JSON's arrow in an operator", call("->>", { children: [{ class: "LAMBDA", lhs: a, expr: b }], is_operator: true }), ["TRANSFORMATION t.a", "TRANSFORMATION t.b"]],
    ["a scalar subquery", subquery("SCALAR"), ["IDENTITY u.v"]],
    ["IN", subquery("ANY", { child: a }), ["TRANSFORMATION t.a", "TRANSFORMATION u.v"]],
  ])("reads %s", (_, expression, inputs) => {
    expect(read(expression)).toEqual(inputs);
  });

  test.each<readonly [SyntaxNode, string]>([
    [{ class: "PARAMETER" }, "an expression PARAMETER"],
    [{ class: "OPERATOR", children: [{ class: "STAR" }] }, "an expression STAR"],
    [call("odd"), "the function odd"],
    [call("upper", { schema: "a" }), "the function upper of a schema or a column"],
    [call("upper", { catalog: "c" }), "with catalog"],
    [call("list_transform", { children: [a, { class: "LAMBDA", lhs: a, expr: b }] }), "list_transform of a lambda"],
    [subquery("EXISTS"), "a subquery EXISTS"],
    [subquery("ANY"), "compared with nothing"],
    [{ class: "SUBQUERY", subquery_type: "SCALAR" }, "a subquery SCALAR"],
  ])("refuses %j", (expression, reason) => {
    expect(() => read(expression)).toThrow(reason);
  });

  test("refuses a subquery of several columns", () => {
    expect(() => read(subquery("SCALAR"), 2)).toThrow("several columns");
  });
});
