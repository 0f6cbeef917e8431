import type { MaterializeRequest, MaterializeResult, QueryParameters, Row } from "floe-core";
import { mergeRows } from "./merge-rows.ts";
import { parseStatement } from "./parse-statement.ts";
import { selectRows, valueOf } from "./select-rows.ts";
import type { Statement } from "./statement.ts";

type Relation = { readonly kind: "table"; readonly columns: readonly string[]; rows: readonly Row[] } | { readonly kind: "view"; readonly sql: string };

/**
 * A small database in memory, for sessions that nobody gave rows to. What it knows is said at `parseStatement`;
 * anything else gives no rows, and so does a table that is not there.
 */
export class FakeDatabase {
  readonly #relations = new Map<string, Relation>();

  /** The rows of a statement, in batches. */
  async *run(sql: string, parameters: QueryParameters | undefined, signal: AbortSignal): AsyncGenerator<readonly Row[]> {
    const statement = parseStatement(sql);
    if (statement === undefined) return;
    if (statement.kind !== "select") {
      this.#change(statement, parameters);
      return;
    }
    const rowsOf = (table: string): Promise<readonly Row[]> => this.#rowsOf(table, signal);
    yield* selectRows(statement, { parameters, signal, rowsOf });
  }

  /** Makes what is asked for once all its rows are there; until then everything is as it was. */
  async materialize(request: MaterializeRequest, signal: AbortSignal): Promise<MaterializeResult> {
    const { name, schema, sql, materialization } = request;
    const rows = await this.#collect(sql, signal);
    const columns = Object.keys(rows[0] ?? {}).map((column) => ({ name: column, type: typeof rows[0]?.[column] }));
    const table = schema === undefined ? name : `${schema}.${name}`;
    const old = this.#relations.get(table);
    if (materialization === "view") {
      this.#relations.set(table, { kind: "view", sql });
      return { rows: null, columns };
    }
    const isUpdate = materialization === "incremental" && old?.kind === "table";
    const merged = isUpdate ? mergeRows(old.rows, rows, request) : { rows, changed: rows.length };
    this.#relations.set(table, { kind: "table", columns: columns.map((column) => column.name), rows: merged.rows });
    return { rows: merged.changed, columns };
  }

  async #rowsOf(table: string, signal: AbortSignal): Promise<readonly Row[]> {
    const relation = this.#relations.get(table);
    if (relation === undefined) return [];
    return relation.kind === "table" ? relation.rows : this.#collect(relation.sql, signal);
  }

  async #collect(sql: string, signal: AbortSignal): Promise<readonly Row[]> {
    const rows: Row[] = [];
    for await (const batch of this.run(sql, undefined, signal)) rows.push(...batch);
    return rows;
  }

  #change(statement: Exclude<Statement, { readonly kind: "select" }>, parameters: QueryParameters | undefined): void {
    const { table } = statement;
    if (statement.kind === "drop") return void this.#relations.delete(table);
    if (statement.kind === "create") return void this.#relations.set(table, { kind: "table", columns: statement.columns, rows: [] });
    const relation = this.#relations.get(table);
    if (relation?.kind !== "table") throw new Error(`Cannot insert into ${table}: there is no such table`);
    const { columns } = relation;
    const rows = statement.rows.map((values) =>
      Object.fromEntries(values.map((value, index) => [columns[index] ?? `column${index + 1}`, valueOf(value, parameters)])),
    );
    relation.rows = [...relation.rows, ...rows];
  }
}
