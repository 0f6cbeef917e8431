import { asNode, listOf, textOf, type SyntaxNode } from "../references/syntax-node.ts";
import { checkMembers } from "./check-members.ts";
import type { Column } from "./column.ts";
import { combineInputs, NO_INPUTS, transformInputs, type ColumnInputs } from "./column-inputs.ts";
import { resolveColumn } from "./resolve-column.ts";
import type { Knowledge, Scope } from "./scope.ts";
import { Unclear } from "./unclear.ts";

/** Reads the query of a subquery; handed in, as queries are read with this file. */
export type ReadSubquery = (query: SyntaxNode, around: Scope) => readonly Column[];

/** Expressions whose value is made of the values of the expressions within them, and of nothing else. */
const PLAIN: ReadonlySet<string> = new Set(["OPERATOR", "COMPARISON", "CONJUNCTION", "BETWEEN", "CASE", "CAST", "COLLATE", "WINDOW"]);

/**
 * Where the value of an expression comes from: every column that stands in it, conditions, FILTER and OVER
 * included.
 *
 * @throws Unclear for an expression that is not understood.
 */
export function readExpression(expression: SyntaxNode, scope: Scope, knowledge: Knowledge, readSubquery: ReadSubquery): ColumnInputs {
  const read = (node: SyntaxNode): ColumnInputs => readExpression(node, scope, knowledge, readSubquery);
  const kind = textOf(expression, "class");
  switch (kind) {
    case "CONSTANT":
      return NO_INPUTS;
    case "COLUMN_REF":
      return resolveColumn(listOf(expression, "column_names").map(String), scope, knowledge);
    case "FUNCTION":
      return readFunction(expression, knowledge, read);
    case "LAMBDA":
      // As an argument of a function, which is refused there, it may be a lambda; elsewhere it is JSON's ->.
      checkMembers(expression, ["lhs", "expr"]);
      return readWithin(expression, read);
    case "SUBQUERY":
      return readScalarSubquery(expression, scope, read, readSubquery);
    default:
      if (!PLAIN.has(kind)) throw new Unclear(`an expression ${kind}`);
      return readWithin(expression, read);
  }
}

function readFunction(call: SyntaxNode, knowledge: Knowledge, read: (node: SyntaxNode) => ColumnInputs): ColumnInputs {
  checkMembers(call, ["function_name", "schema", "children", "filter", "order_bys", "distinct", "is_operator"]);
  const name = textOf(call, "function_name");
  // DuckDB's own syntax names "main"; another word there may be a column, of which the function is a method.
  if (!["", "main"].includes(textOf(call, "schema"))) throw new Unclear(`the function ${name} of a schema or a column`);
  const kind = knowledge.kindOf(name);
  if (kind === undefined) throw new Unclear(`the function ${name}`);
  const hasLambda = listOf(call, "children").some((child) => asNode(child)?.["class"] === "LAMBDA");
  if (hasLambda && call["is_operator"] !== true) throw new Unclear(`the function ${name} of a lambda`);
  return transformInputs(readWithin(call, read), kind === "aggregate" ? "AGGREGATION" : "TRANSFORMATION");
}

/** The value of a subquery is that of its one column; of IN and ANY, it depends on what is compared, too. */
function readScalarSubquery(
  expression: SyntaxNode,
  scope: Scope,
  read: (node: SyntaxNode) => ColumnInputs,
  readSubquery: ReadSubquery,
): ColumnInputs {
  checkMembers(expression, ["subquery_type", "subquery", "child", "comparison_type"]);
  const type = textOf(expression, "subquery_type");
  const query = asNode(asNode(expression["subquery"])?.["node"]);
  if (query === undefined || !["SCALAR", "ANY"].includes(type)) throw new Unclear(`a subquery ${type}`);
  const [column, ...others] = readSubquery(query, scope);
  if (column === undefined || others.length > 0) throw new Unclear("a subquery of several columns");
  if (type === "SCALAR") return column.inputs;
  const child = asNode(expression["child"]);
  if (child === undefined) throw new Unclear("a subquery that is compared with nothing");
  return transformInputs(combineInputs([column.inputs, read(child)]), "TRANSFORMATION");
}

/** What all expressions within the node come from, however deep they stand in it. */
function readWithin(node: SyntaxNode, read: (node: SyntaxNode) => ColumnInputs): ColumnInputs {
  const inputs = Object.entries(node).map(([member, value]) => (member === "cast_type" ? NO_INPUTS : readValue(value, read)));
  return transformInputs(combineInputs(inputs), "TRANSFORMATION");
}

function readValue(value: unknown, read: (node: SyntaxNode) => ColumnInputs): ColumnInputs {
  if (Array.isArray(value)) return combineInputs(value.map((one) => readValue(one, read)));
  const node = asNode(value);
  if (node === undefined) return NO_INPUTS;
  return "class" in node ? read(node) : readWithin(node, read);
}
