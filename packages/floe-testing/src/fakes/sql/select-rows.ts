import type { QueryParameters, Row } from "floe-core";
import type { Expression, Select } from "./statement.ts";

/** How many rows are looked at before others get a turn, and the most that one batch holds. */
const TURN = 1000;

/** What a SELECT is run with. */
export interface SelectContext {
  readonly parameters: QueryParameters | undefined;
  readonly signal: AbortSignal;
  /** The rows of a table or view. */
  readonly rowsOf: (table: string) => Promise<readonly Row[]>;
}

/** Of each source by its alias, the row that is looked at. */
type Position = ReadonlyMap<string, Row>;

/** Taken now: a test may put fake timers in their place. */
const nextTurn = setImmediate;

/** The rows of a SELECT, in batches; every other work of the process gets its turns in between. */
export async function* selectRows({ items, sources }: Select, context: SelectContext): AsyncGenerator<readonly Row[]> {
  const lists: (readonly [string, readonly Row[]])[] = [];
  for (const { alias, from } of sources) {
    lists.push([alias, typeof from === "string" ? await context.rowsOf(from) : writtenRows(from, context.parameters)]);
  }
  const isCount = items.some(({ expression }) => expression.kind === "count");
  let [seen, batch] = [0, [] as Row[]];
  for (const position of positions(lists)) {
    seen += 1;
    if (!isCount) batch.push(rowAt(items, position, context.parameters));
    if (seen % TURN !== 0) continue;
    await new Promise<void>((resolve) => nextTurn(resolve));
    context.signal.throwIfAborted();
    if (batch.length > 0) yield batch;
    batch = [];
  }
  if (isCount) yield [Object.fromEntries(items.map(({ name }) => [name, seen]))];
  else if (batch.length > 0) yield batch;
}

/** A value of `INSERT` or `VALUES`, in which there are no columns. */
export function valueOf(expression: Expression, parameters: QueryParameters | undefined): unknown {
  return valueAt(expression, new Map(), parameters);
}

function writtenRows(
  { columns, rows }: { readonly columns: readonly string[]; readonly rows: readonly (readonly Expression[])[] },
  parameters: QueryParameters | undefined,
): readonly Row[] {
  return rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, valueOf(row[index] ?? NULL, parameters)])));
}

const NULL: Expression = { kind: "value", value: null };

/** Every combination of one row of each list, the last list turning fastest. */
function* positions(lists: readonly (readonly [string, readonly Row[]])[]): Generator<Position> {
  const [first, ...others] = lists;
  if (first === undefined) {
    yield new Map();
    return;
  }
  const [alias, rows] = first;
  for (const row of rows) for (const rest of positions(others)) yield new Map([[alias, row], ...rest]);
}

function rowAt(items: Select["items"], position: Position, parameters: QueryParameters | undefined): Row {
  return Object.fromEntries(items.map(({ name, expression }) => [name, valueAt(expression, position, parameters)]));
}

function valueAt(expression: Expression, position: Position, parameters: QueryParameters | undefined): unknown {
  switch (expression.kind) {
    case "value":
      return expression.value;
    case "parameter":
      return parameterValue(expression.name, parameters);
    case "integer":
      return integer(valueAt(expression.of, position, parameters));
    case "column": {
      const { source, name } = expression;
      const rows = source === undefined ? [...position.values()] : [position.get(source)];
      return rows.find((row) => row !== undefined && Object.hasOwn(row, name))?.[name] ?? null;
    }
    case "count":
      throw new Error("Cannot run the statement: count(*) stands in a SELECT only");
  }
}

/** By position from 1, or by name. */
function parameterValue(name: string, parameters: QueryParameters = []): unknown {
  const key = Array.isArray(parameters) ? String(Number(name) - 1) : name;
  if (!Object.hasOwn(parameters, key)) throw new Error(`Cannot run the statement: there is no value for $${name}`);
  return Reflect.get(parameters, key) ?? null;
}

function integer(value: unknown): number {
  if (!/^\s*\d+\s*$/.test(String(value))) throw new Error("Cannot run the statement: a text is no integer");
  return Number(value);
}
