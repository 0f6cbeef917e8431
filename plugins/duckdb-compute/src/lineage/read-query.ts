import { ctesOf } from "../references/ctes-of.ts";
import { asNode, listOf, textOf, type SyntaxNode } from "../references/syntax-node.ts";
import { checkMembers } from "./check-members.ts";
import { renameColumns, type Column } from "./column.ts";
import { combineInputs, type ColumnInputs } from "./column-inputs.ts";
import { expandStar } from "./expand-star.ts";
import { NO_TABLES } from "./from-tables.ts";
import { readExpression } from "./read-expression.ts";
import { readFrom } from "./read-from.ts";
import type { Ctes, Knowledge, Outer, Scope } from "./scope.ts";
import { Unclear } from "./unclear.ts";

/** Parts of a SELECT that decide which rows there are, not what stands in them. */
const ROWS = ["where_clause", "group_expressions", "group_sets", "aggregate_handling", "having", "sample", "qualify", "modifiers"];

/**
 * The columns that a query gives, and where they come from.
 *
 * @throws Unclear for what is not understood.
 */
export function readQuery(query: SyntaxNode, knowledge: Knowledge, outerCtes: Ctes = new Map(), outer: Outer = "none"): readonly Column[] {
  const ctes = readCtes(query, knowledge, outerCtes, outer);
  switch (query["type"]) {
    case "SELECT_NODE":
      return readSelect(query, knowledge, ctes, outer);
    case "SET_OPERATION_NODE":
      return readUnion(query, (side) => readQuery(side, knowledge, ctes, outer));
    default:
      throw new Unclear(`a query ${String(query["type"])}`);
  }
}

/** With the names of the query's WITH. A CTE sees those before it, and under its own name what was there before. */
function readCtes(query: SyntaxNode, knowledge: Knowledge, outerCtes: Ctes, outer: Outer): Ctes {
  let ctes = outerCtes;
  for (const { name, definition } of ctesOf(query)) {
    const visible = ctes;
    let known: readonly Column[] | undefined;
    const read = (): readonly Column[] => {
      checkMembers(definition, ["aliases", "query", "materialized"]);
      const inner = asNode(asNode(definition["query"])?.["node"]) ?? {};
      const columns = readQuery(inner, knowledge, visible, outer === "none" ? "none" : "not followed");
      return renameColumns(columns, listOf(definition, "aliases").map(String));
    };
    ctes = new Map([...ctes, [name.toLowerCase(), () => (known ??= read())]]);
  }
  return ctes;
}

function readSelect(query: SyntaxNode, knowledge: Knowledge, ctes: Ctes, outer: Outer): readonly Column[] {
  checkMembers(query, ["select_list", "from_table", "cte_map", ...ROWS]);
  const readSubquery = (inner: SyntaxNode, around: Scope): readonly Column[] => readQuery(inner, knowledge, around.ctes, around);
  const closed: Scope = { from: NO_TABLES, aliases: new Map(), ctes, outer: "not followed" };
  const from = readFrom(asNode(query["from_table"]) ?? {}, ctes, knowledge, {
    query: (inner, isFirst) => readQuery(inner, knowledge, ctes, isFirst && outer === "none" ? "none" : "not followed"),
    constant: (expression) => readExpression(expression, closed, knowledge, readSubquery),
  });
  const aliases = new Map<string, ColumnInputs>();
  const scope: Scope = { from, aliases, ctes, outer };
  const read = (expression: SyntaxNode): ColumnInputs => readExpression(expression, scope, knowledge, readSubquery);
  return listOf(query, "select_list").flatMap((item) => {
    const expression = asNode(item) ?? {};
    if (expression["class"] === "STAR") return expandStar(expression, from, read);
    const inputs = read(expression);
    const alias = textOf(expression, "alias");
    // Of two columns with one alias, DuckDB uses the first.
    if (alias !== "" && !aliases.has(alias.toLowerCase())) aliases.set(alias.toLowerCase(), inputs);
    return [{ name: alias === "" ? nameOf(expression) : alias, inputs }];
  });
}

/** DuckDB gives a column its own name; other expressions one that it makes of their text. */
function nameOf(expression: SyntaxNode): string | undefined {
  return expression["class"] === "COLUMN_REF" ? listOf(expression, "column_names").map(String).at(-1) : undefined;
}

/** By position, under the names of the left side. */
function readUnion(query: SyntaxNode, readSide: (side: SyntaxNode) => readonly Column[]): readonly Column[] {
  checkMembers(query, ["setop_type", "left", "right", "setop_all", "modifiers", "cte_map"]);
  if (query["setop_type"] !== "UNION") throw new Unclear(`a set operation ${String(query["setop_type"])}`);
  const [left, right] = [readSide(asNode(query["left"]) ?? {}), readSide(asNode(query["right"]) ?? {})];
  if (left.length !== right.length) throw new Unclear("a union of different numbers of columns");
  return left.map(({ name, inputs }, index) => ({ name, inputs: combineInputs([inputs, right[index]?.inputs ?? inputs]) }));
}
