import type { ComputePlugin } from "floe-core";
import type { Clause } from "../../clause.ts";
import { ensure } from "../../contract-breach.ts";
import { failureOf } from "../../shapes/failure-of.ts";
import { freshName, sessionClause } from "./sql-bench.ts";
import { selectRows } from "./standard-sql.ts";

/** Values that end a text, a statement or a comment where they are pasted into SQL. */
const HOSTILE: readonly string[] = [
  "'",
  "''",
  '"; SELECT 1; --',
  "x'); DROP TABLE floe_contract; --",
  "/* ",
  "\\' OR 1 = 1 --",
  "$1 $first ? :first",
  "line\nbreak\ttab",
  "\u{1F986} \u2028",
  "",
];

/** What a session does with statements and their parameters. */
export const SESSION_CLAUSES: readonly Clause<ComputePlugin>[] = [
  sessionClause(
    "compute/session-answers-rows",
    "answers a query with its rows, as objects",
    async (bench) => {
      const rows = await bench.query(selectRows(["k", "v"], [[1, "a"], [2, "b"]]));
      ensure(JSON.stringify([...rows].sort()) === '[[1,"a"],[2,"b"]]', "query does not answer with the rows that the statement selects");
    },
    [],
  ),
  sessionClause("compute/session-executes", "runs statements for their effect, which later ones see", async (bench) => {
    const table = freshName();
    await bench.execute(`CREATE TABLE ${table} (k INTEGER, v VARCHAR(100))`);
    await bench.execute(`INSERT INTO ${table} VALUES (1, 'a'), (2, 'b')`);
    const [[count] = []] = await bench.query(`SELECT count(*) AS n FROM ${table}`);
    ensure(count === 2, "What execute did cannot be seen by the next statement");
    await bench.execute(`DROP TABLE ${table}`);
  }),
  sessionClause("compute/session-binds-by-position", "binds the values of a list to parameters by their position", async (bench) => {
    const [row] = await bench.query(bench.sql.byPosition, ["one", 2]);
    ensure(row?.[0] === "one" && Number(row[1]) === 2, "Values by position do not come back in their places");
  }),
  sessionClause("compute/session-binds-by-name", "binds the values of an object to parameters by their name", async (bench) => {
    const [row] = await bench.query(bench.sql.byName, { second: 2, first: "one" });
    ensure(row?.[0] === "one" && Number(row[1]) === 2, "Values by name do not come back in their places");
  }),
  sessionClause(
    "compute/session-withstands-injection",
    "takes parameters as values, whatever they hold: they come back as they were, and change nothing",
    async (bench) => {
      const canary = freshName();
      await bench.materialize({ name: canary, sql: selectRows(["k"], [[1]]), materialization: "table" });
      for (const value of [...HOSTILE, `'; DROP TABLE ${canary}; --`]) {
        const failure = await failureOf(async () => {
          const [row] = await bench.query(bench.sql.byPosition, [value, value]);
          ensure(row?.[0] === value && row[1] === value, () => `The value ${JSON.stringify(value)} does not come back as it was`);
        });
        ensure(failure === undefined, () => `The value ${JSON.stringify(value)} cannot be bound`);
      }
      const rows = await bench.query(`SELECT k FROM ${canary}`);
      ensure(rows.length === 1, "A parameter's value was run as SQL");
      await bench.execute(`DROP TABLE ${canary}`);
    },
    ["compute/session-answers-rows", "compute/session-binds-by-position", "compute/materializes-tables"],
  ),
];
