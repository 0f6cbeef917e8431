import { asNode, listOf, textOf, type SyntaxNode } from "../references/syntax-node.ts";
import { isFileName, tableNameOf } from "../references/table-name.ts";
import { checkMembers } from "./check-members.ts";
import { renameColumns, type Column } from "./column.ts";
import { columnInput, NO_INPUTS, type ColumnInputs } from "./column-inputs.ts";
import { joinTables, NO_TABLES, type FromTable, type FromTables } from "./from-tables.ts";
import type { Ctes, Knowledge } from "./scope.ts";
import { Unclear } from "./unclear.ts";

/** What reads the parts of a FROM that are more than a name; handed in, as queries are read with this file. */
export interface FromReaders {
  /** `isFirst`: nothing stands left of it, of which it could use columns. */
  query(query: SyntaxNode, isFirst: boolean): readonly Column[];
  /** An expression that can use no column. */
  constant(expression: SyntaxNode): ColumnInputs;
}

/** Table functions that make their rows of their arguments, in one column of their own name. */
const RANGES: ReadonlySet<string> = new Set(["range", "generate_series"]);

/**
 * What a FROM offers.
 *
 * @throws Unclear for what is not understood.
 */
export function readFrom(node: SyntaxNode, ctes: Ctes, knowledge: Knowledge, readers: FromReaders, isFirst = true): FromTables {
  const readPart = (part: unknown, first: boolean): FromTables => readFrom(asNode(part) ?? {}, ctes, knowledge, readers, first);
  switch (node["type"]) {
    case "EMPTY":
      return NO_TABLES;
    case "BASE_TABLE":
      return only(readTable(node, ctes, knowledge));
    case "JOIN":
      return readJoin(node, readPart, isFirst);
    case "SUBQUERY": {
      checkMembers(node, ["subquery", "column_name_alias", "sample"]);
      return only(aliased(node, "", readers.query(asNode(asNode(node["subquery"])?.["node"]) ?? {}, isFirst)));
    }
    case "EXPRESSION_LIST":
      return only(readValues(node, readers));
    case "TABLE_FUNCTION":
      return only(readRange(node, knowledge, readers));
    default:
      throw new Unclear(`FROM ${String(node["type"])}`);
  }
}

function readTable(node: SyntaxNode, ctes: Ctes, knowledge: Knowledge): FromTable {
  checkMembers(node, ["catalog_name", "schema_name", "table_name", "column_name_alias", "sample"]);
  const table = tableNameOf(node);
  if (table === undefined) throw new Unclear("a table without name");
  const cte = table.catalog === "" && table.schema === "" ? ctes.get(table.table.toLowerCase()) : undefined;
  if (cte !== undefined) return aliased(node, table.table, cte());
  const columns = isFileName(table) ? undefined : knowledge.columnsOf(table);
  const spelled = knowledge.spell(table);
  if (columns === undefined || spelled === undefined) throw new Unclear(`the table ${table.table}`);
  return { ...aliased(node, table.table, columns.map((name) => ({ name, inputs: columnInput(spelled, name) }))), table };
}

function readJoin(node: SyntaxNode, readPart: (part: unknown, isFirst: boolean) => FromTables, isFirst: boolean): FromTables {
  checkMembers(node, ["left", "right", "condition", "join_type", "ref_type", "using_columns"]);
  const [refType, joinType] = [textOf(node, "ref_type"), textOf(node, "join_type")];
  const using = listOf(node, "using_columns").map(String);
  const isPlain = ["REGULAR", "CROSS", "POSITIONAL"].includes(refType) || (refType === "ASOF" && using.length === 0);
  const isKnown = ["INNER", "LEFT", "RIGHT", "FULL", "SEMI", "ANTI"].includes(joinType);
  if (!isPlain || !isKnown) throw new Unclear(`a join ${refType} ${joinType}`);
  const left = readPart(node["left"], isFirst);
  // Of these the right side only decides which rows of the left there are.
  if (joinType === "SEMI" || joinType === "ANTI") return left;
  return joinTables(left, readPart(node["right"], false), using, joinType);
}

function readValues(node: SyntaxNode, readers: FromReaders): FromTable {
  checkMembers(node, ["values", "column_name_alias"]);
  const rows = listOf(node, "values");
  checkConstant(rows.flat(), readers);
  const [first] = rows;
  const columns = Array.isArray(first) ? first.map((_, index) => ({ name: `col${index}`, inputs: NO_INPUTS })) : [];
  return aliased(node, "", columns);
}

function readRange(node: SyntaxNode, knowledge: Knowledge, readers: FromReaders): FromTable {
  checkMembers(node, ["function", "column_name_alias", "sample"]);
  const call = asNode(node["function"]) ?? {};
  checkMembers(call, ["function_name", "children", "order_bys"]);
  const name = textOf(call, "function_name");
  if (!RANGES.has(name) || knowledge.kindOf(name) !== "scalar") throw new Unclear(`the table function ${name}`);
  checkConstant(listOf(call, "children"), readers);
  return aliased(node, name, [{ name, inputs: NO_INPUTS }]);
}

function checkConstant(expressions: readonly unknown[], readers: FromReaders): void {
  for (const expression of expressions) {
    if (readers.constant(asNode(expression) ?? {}).size > 0) throw new Unclear("rows made of columns");
  }
}

function aliased(node: SyntaxNode, name: string, columns: readonly Column[]): FromTable {
  const alias = textOf(node, "alias");
  return { alias: alias === "" ? name : alias, table: undefined, columns: renameColumns(columns, listOf(node, "column_name_alias").map(String)) };
}

function only(table: FromTable): FromTables {
  return { tables: [table], merged: [] };
}
