import type { TableName } from "../references/table-name.ts";
import { isSameName, type Column } from "./column.ts";
import { combineInputs, transformInputs, type ColumnInputs } from "./column-inputs.ts";
import { Unclear } from "./unclear.ts";

/** One table, subquery or CTE of a FROM, under the name that it has there. */
export interface FromTable {
  /** The empty string if it has none. */
  readonly alias: string;
  /** The table of the database that it is, if it is one. */
  readonly table: TableName | undefined;
  readonly columns: readonly Column[];
}

/** What a FROM offers. */
export interface FromTables {
  readonly tables: readonly FromTable[];
  /** The columns of USING, each one column although several tables have it. */
  readonly merged: readonly MergedColumn[];
}

export interface MergedColumn {
  readonly name: string;
  readonly inputs: ColumnInputs;
  readonly tables: readonly FromTable[];
}

/** Of a SELECT without FROM. */
export const NO_TABLES: FromTables = { tables: [], merged: [] };

/**
 * What a join offers. Of a USING column, a RIGHT join gives the right value, a FULL join whichever is not NULL,
 * every other join the left.
 *
 * @throws Unclear if it cannot be told which columns USING means.
 */
export function joinTables(left: FromTables, right: FromTables, using: readonly string[], type: string): FromTables {
  const isMerged = ({ name }: MergedColumn): boolean => using.some((one) => isSameName(one, name));
  return {
    tables: [...left.tables, ...right.tables],
    merged: [
      ...[...left.merged, ...right.merged].filter((column) => !isMerged(column)),
      ...using.map((name) => merge(name, findColumn(left, name), findColumn(right, name), type)),
    ],
  };
}

function merge(name: string, left: MergedColumn | undefined, right: MergedColumn | undefined, type: string): MergedColumn {
  if (left === undefined || right === undefined) throw new Unclear(`no column ${name} on both sides of USING`);
  const both = (): ColumnInputs => transformInputs(combineInputs([left.inputs, right.inputs]), "TRANSFORMATION");
  const inputs = type === "FULL" ? both() : type === "RIGHT" ? right.inputs : left.inputs;
  return { name, inputs, tables: [...left.tables, ...right.tables] };
}

/**
 * The column that the name alone means; undefined if there is none.
 *
 * @throws Unclear if there are several.
 */
export function findColumn({ tables, merged }: FromTables, name: string): MergedColumn | undefined {
  const [one, ...others] = merged.filter((column) => isSameName(column.name, name));
  const holders = tables.flatMap((table) => {
    const column = table.columns.find((candidate) => isSameName(candidate.name, name));
    return column === undefined ? [] : [{ name, inputs: column.inputs, tables: [table] }];
  });
  const [first, ...more] = holders.filter(({ tables: [table] }) => table !== undefined && one?.tables.includes(table) !== true);
  if (others.length > 0 || more.length > 0 || (one !== undefined && first !== undefined)) throw new Unclear(`several columns ${name}`);
  return one ?? first;
}
