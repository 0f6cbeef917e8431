import type { ComputePlugin, MaterializeRequest } from "floe-core";
import type { Clause } from "../../clause.ts";
import { ensure } from "../../contract-breach.ts";
import { failureOf } from "../../shapes/failure-of.ts";
import { freshName, sessionClause, type SqlBench } from "./sql-bench.ts";
import { selectRows } from "./standard-sql.ts";

const OLD = selectRows(["k", "v"], [[1, "a"], [2, "b"]]);

/** Of the old rows it has one as it was and one with another value, and one that is new. */
const NEW = selectRows(["k", "v"], [[1, "a"], [2, "c"], [3, "d"]]);

/** It fails at its second row. */
const FAILING = "SELECT CAST(v AS INTEGER) AS k, v FROM (VALUES ('1'), ('x')) AS t(v)";

/** What a session makes of a transform. */
export const MATERIALIZE_CLAUSES: readonly Clause<ComputePlugin>[] = [
  sessionClause("compute/materializes-tables", "makes tables, and replaces them; says how many rows and which columns", async (bench) => {
    const name = freshName();
    const made = await bench.materialize({ name, sql: OLD, materialization: "table" });
    ensure(made.rows === 2, "It does not say how many rows a new table has");
    const columns = made.columns.map((column) => column.name.toLowerCase()).join();
    ensure(columns === "k,v", "It does not say which columns a new table has, in their order");
    ensure(made.columns.every(({ type }) => typeof type === "string" && type !== ""), "It does not say of which types the columns are");
    await expectRows(bench, name, '[[1,"a"],[2,"b"]]', "A new table");
    await bench.materialize({ name, sql: NEW, materialization: "table" });
    await expectRows(bench, name, '[[1,"a"],[2,"c"],[3,"d"]]', "A table that was replaced");
    await bench.execute(`DROP TABLE ${name}`);
  }),
  after("compute/materializes-views", "makes views, without a number of rows", async (bench) => {
    const [table, view] = [freshName(), freshName()];
    await bench.materialize({ name: table, sql: OLD, materialization: "table" });
    const made = await bench.materialize({ name: view, sql: `SELECT k, v FROM ${table}`, materialization: "view" });
    ensure(made.rows === null, "It says how many rows a view has: null is what it says of views");
    await bench.materialize({ name: table, sql: NEW, materialization: "table" });
    await expectRows(bench, view, '[[1,"a"],[2,"c"],[3,"d"]]', "A view over a table that changed since");
    await bench.execute(`DROP VIEW ${view}`);
    await bench.execute(`DROP TABLE ${table}`);
  }),
  after("compute/materializes-by-key", "replaces the rows of an incremental table that have the same key and differ, and adds the new ones", (bench) =>
    updates(bench, { uniqueKey: ["k"] }, { sql: NEW, rows: '[[1,"a"],[2,"c"],[3,"d"]]', changed: 2 }),
  ),
  after("compute/materializes-by-watermark", "adds the rows of an incremental table that are above its watermark, and no others", (bench) =>
    updates(bench, { watermark: "k" }, { sql: NEW, rows: '[[1,"a"],[2,"b"],[3,"d"]]', changed: 1 }),
  ),
  after("compute/materializes-in-schemas", "makes the schema of a table where there is none", async (bench) => {
    const [schema, name] = [freshName(), freshName()];
    await bench.materialize({ name, schema, sql: OLD, materialization: "table" });
    await expectRows(bench, `${schema}.${name}`, '[[1,"a"],[2,"b"]]', "A table in a schema of its own");
    await bench.execute(`DROP TABLE ${schema}.${name}`);
  }),
  after("compute/materializes-any-name", "takes a name as a name, whatever it holds: it is never run", async (bench) => {
    const canary = freshName();
    await bench.materialize({ name: canary, sql: OLD, materialization: "table" });
    const name = `${freshName()}"; DROP TABLE ${canary}; --`;
    const refused = await failureOf(() => bench.materialize({ name, sql: OLD, materialization: "table" }));
    await expectRows(bench, canary, '[[1,"a"],[2,"b"]]', "A table that another's name mentions");
    if (refused !== undefined) return;
    const quoted = `"${name.replaceAll('"', '""')}"`;
    await expectRows(bench, quoted, '[[1,"a"],[2,"b"]]', "A table whose name holds quotes");
    await bench.execute(`DROP TABLE ${quoted}`);
    await bench.execute(`DROP TABLE ${canary}`);
  }),
  after("compute/materializes-whole", "leaves a table as it was if its new version fails", async (bench) => {
    const name = freshName();
    await bench.materialize({ name, sql: OLD, materialization: "table" });
    const failure = await failureOf(() => bench.materialize({ name, sql: FAILING, materialization: "table" }));
    ensure(failure !== undefined, "It makes a table of a SELECT that fails");
    await expectRows(bench, name, '[[1,"a"],[2,"b"]]', "A table whose new version failed");
    await bench.execute(`DROP TABLE ${name}`);
  }),
];

function after(
  id: Parameters<typeof sessionClause>[0],
  title: string,
  check: (bench: SqlBench) => Promise<void>,
): Clause<ComputePlugin> {
  return sessionClause(id, title, check, ["compute/session-answers-rows", "compute/materializes-tables"]);
}

async function updates(
  bench: SqlBench,
  how: Pick<MaterializeRequest, "uniqueKey" | "watermark">,
  expected: { readonly sql: string; readonly rows: string; readonly changed: number },
): Promise<void> {
  const name = freshName();
  const request = { name, materialization: "incremental", ...how } as const;
  const first = await bench.materialize({ ...request, sql: OLD });
  ensure(first.rows === 2, "It does not say how many rows a new incremental table has");
  const second = await bench.materialize({ ...request, sql: expected.sql });
  await expectRows(bench, name, expected.rows, "An incremental table that was updated");
  ensure(second.rows === expected.changed, `It says that ${second.rows} rows changed or came, not ${expected.changed}`);
  await bench.execute(`DROP TABLE ${name}`);
}

async function expectRows(bench: SqlBench, table: string, rows: string, what: string): Promise<void> {
  const failure = await failureOf(async () => {
    const found = JSON.stringify([...(await bench.query(`SELECT k, v FROM ${table}`))].sort());
    ensure(found === rows, `${what} holds ${found}, not ${rows}`);
  });
  ensure(failure === undefined, `${what} cannot be read`);
}
