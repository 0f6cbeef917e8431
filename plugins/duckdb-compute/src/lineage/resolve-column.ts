import { isSameName } from "./column.ts";
import { NO_INPUTS, transformInputs, type ColumnInputs } from "./column-inputs.ts";
import { findColumn, type FromTable } from "./from-tables.ts";
import type { Knowledge, Scope } from "./scope.ts";
import { Unclear } from "./unclear.ts";

/** Names that mean a value where no column has them. */
const VALUES: ReadonlySet<string> = new Set([
  "current_catalog",
  "current_date",
  "current_role",
  "current_schema",
  "current_time",
  "current_timestamp",
  "current_user",
  "localtime",
  "localtimestamp",
  "session_user",
  "user",
]);

/**
 * Where the column comes from that `names` mean: `column`, `table.column`, `schema.table.column`, or one of them
 * with a field of a struct.
 *
 * @throws Unclear unless exactly one meaning is possible.
 */
export function resolveColumn(names: readonly string[], scope: Scope, knowledge: Knowledge): ColumnInputs {
  const [first, second, third, ...more] = names;
  if (first === undefined || more.length > 0) throw new Unclear("a name of no or many parts");
  if (second === undefined) return unqualified(first, scope, knowledge);
  if (third === undefined) return qualified(first, second, scope, knowledge);
  return longName(first, second, third, scope);
}

/** Columns come first, then aliases of columns before, then what is around the query. */
function unqualified(name: string, scope: Scope, knowledge: Knowledge): ColumnInputs {
  const column = findColumn(scope.from, name);
  if (column !== undefined) return column.inputs;
  checkNoneHas(scope, name, knowledge);
  const alias = scope.aliases.get(name.toLowerCase());
  if (alias !== undefined) return alias;
  const { outer } = scope;
  if (outer === "none" && VALUES.has(name.toLowerCase())) return NO_INPUTS;
  if (typeof outer === "string" || VALUES.has(name.toLowerCase())) throw new Unclear(`an unknown column ${name}`);
  if (outer.aliases.has(name.toLowerCase())) throw new Unclear(`the alias ${name} of a query around`);
  return unqualified(name, outer, knowledge);
}

/** Makes sure that DuckDB does not find the name in FROM, in ways that the lists of columns do not show. */
function checkNoneHas({ from }: Scope, name: string, knowledge: Knowledge): void {
  for (const { alias, table, columns } of from.tables) {
    if (isSameName(alias, name)) throw new Unclear(`whole rows of ${name}`);
    if (columns.some((column) => column.name === undefined)) throw new Unclear("columns whose names are not known");
    if (table !== undefined && !VALUES.has(name.toLowerCase())) knowledge.relyOnAbsence(table, name);
  }
}

/** A column of a table; a field of a column if no table has the name. */
function qualified(first: string, second: string, scope: Scope, knowledge: Knowledge): ColumnInputs {
  const tables = scope.from.tables.filter(({ alias }) => isSameName(alias, first));
  if (tables.length > 0) return onlyOne(tables.flatMap((table) => columnOf(table, second)), `${first}.${second}`);
  const column = findColumn(scope.from, first);
  const { outer } = scope;
  if (column === undefined) {
    checkNoneHas(scope, first, knowledge);
    if (typeof outer === "string" || scope.aliases.has(first.toLowerCase())) throw new Unclear(`an unknown table ${first}`);
    return qualified(first, second, outer, knowledge);
  }
  if (hasTable(outer, first)) throw new Unclear(`a table and a column ${first}`);
  return transformInputs(column.inputs, "TRANSFORMATION");
}

function longName(first: string, second: string, third: string, { from }: Scope): ColumnInputs {
  const column = findColumn(from, first);
  const fields = [
    ...from.tables.filter(({ alias }) => isSameName(alias, first)).flatMap((table) => columnOf(table, second)),
    ...(column === undefined ? [] : [column.inputs]),
  ];
  return onlyOne(
    [
      ...from.tables.filter((table) => isNamed(table, first, second)).flatMap((table) => columnOf(table, third)),
      ...fields.map((inputs) => transformInputs(inputs, "TRANSFORMATION")),
    ],
    `${first}.${second}.${third}`,
  );
}

/** Whether it may be meant by its schema and name: a table that was named without its schema may be in any. */
function isNamed({ alias, table }: FromTable, schema: string, name: string): boolean {
  if (table === undefined || !isSameName(table.table, alias) || !isSameName(table.table, name)) return false;
  return table.schema === "" || isSameName(table.schema, schema);
}

function hasTable(scope: Scope["outer"], name: string): boolean {
  for (let one = scope; typeof one !== "string"; one = one.outer) {
    if (one.from.tables.some(({ alias }) => isSameName(alias, name))) return true;
  }
  return false;
}

function columnOf({ columns }: FromTable, name: string): readonly ColumnInputs[] {
  return columns.filter((column) => isSameName(column.name, name)).map(({ inputs }) => inputs);
}

function onlyOne(candidates: readonly ColumnInputs[], name: string): ColumnInputs {
  const [one, ...others] = candidates;
  if (one === undefined || others.length > 0) throw new Unclear(`${candidates.length} meanings of ${name}`);
  return one;
}
