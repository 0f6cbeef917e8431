import { asNode, listOf, textOf, type SyntaxNode } from "../references/syntax-node.ts";
import { checkMembers } from "./check-members.ts";
import { isSameName, type Column } from "./column.ts";
import type { ColumnInputs } from "./column-inputs.ts";
import type { FromTables, MergedColumn } from "./from-tables.ts";
import { Unclear } from "./unclear.ts";

/**
 * The columns that `*` or `t.*` stands for, without those of EXCLUDE and with those of REPLACE; `read` reads an
 * expression of REPLACE.
 */
export function expandStar(star: SyntaxNode, from: FromTables, read: (expression: SyntaxNode) => ColumnInputs): readonly Column[] {
  checkMembers(star, ["relation_name", "exclude_list", "replace_list"]);
  if (textOf(star, "alias") !== "") throw new Unclear("a star with an alias");
  const excluded = listOf(star, "exclude_list").map(String);
  const replaced = listOf(star, "replace_list").map((entry) => readReplaced(entry, read));
  const columns = columnsOf(from, textOf(star, "relation_name"));
  if (excluded.length + replaced.length > 0 && columns.some(({ name }) => name === undefined)) {
    throw new Unclear("EXCLUDE among columns whose names are not known");
  }
  return columns
    .filter(({ name }) => !excluded.some((one) => isSameName(name, one)))
    .map((column) => ({ ...column, ...replaced.find(({ name }) => isSameName(column.name, name)) }));
}

function readReplaced(entry: unknown, read: (expression: SyntaxNode) => ColumnInputs): { readonly name: string; readonly inputs: ColumnInputs } {
  const node = asNode(entry);
  const expression = asNode(node?.["value"]);
  if (node === undefined || expression === undefined) throw new Unclear("a REPLACE of another shape");
  return { name: textOf(node, "key"), inputs: read(expression) };
}

function columnsOf(from: FromTables, relation: string): readonly Column[] {
  if (relation === "") return allColumns(from);
  const [table, ...others] = from.tables.filter(({ alias }) => isSameName(alias, relation));
  // Where no table has the name, it may be that of a struct.
  if (table === undefined || others.length > 0) throw new Unclear(`no table or several tables ${relation}`);
  return table.columns;
}

/** A column of USING stands once, where the first of its tables has it. */
function allColumns({ tables, merged }: FromTables): readonly Column[] {
  const seen = new Set<MergedColumn>();
  return tables.flatMap((table) =>
    table.columns.flatMap((column) => {
      const one = merged.find((candidate) => isSameName(column.name, candidate.name) && candidate.tables.includes(table));
      if (one === undefined) return [column];
      if (seen.has(one)) return [];
      seen.add(one);
      return [{ name: column.name, inputs: one.inputs }];
    }),
  );
}
