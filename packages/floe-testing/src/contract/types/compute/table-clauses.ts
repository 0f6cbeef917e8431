import { readdirSync } from "node:fs";
import type { ComputePlugin } from "floe-core";
import type { Clause } from "../../clause.ts";
import { SETTLED } from "../../base/lifecycle-clauses.ts";
import { ensure, NotOffered } from "../../contract-breach.ts";
import type { Trial } from "../../trial/trial.ts";
import { codeOf, failureOf } from "../../shapes/failure-of.ts";

const QUERY = "SELECT a.k FROM alpha AS a JOIN beta AS b ON a.k = b.k WHERE a.k IN (SELECT k FROM gamma)";

const WITH_CTE = "WITH recent AS (SELECT k FROM alpha) SELECT r.k FROM recent AS r JOIN beta AS b ON r.k = b.k";

const REFUSED = "SELECT k\nFROM alpha WHERE WHERE k";

/** Which tables a compute plugin finds in a statement, without being started. */
export const TABLE_CLAUSES: readonly Clause<ComputePlugin>[] = [
  {
    id: "compute/finds-tables",
    title: "finds the tables that a statement reads, in joins and subqueries too",
    after: SETTLED,
    check: async (trial) => expectTables(trial, QUERY, ["alpha", "beta", "gamma"]),
  },
  {
    id: "compute/finds-no-cte",
    title: "does not take the names of a statement's own CTEs for tables",
    after: [...SETTLED, "compute/finds-tables"],
    check: async (trial) => expectTables(trial, WITH_CTE, ["alpha", "beta"]),
  },
  {
    id: "compute/finds-tables-without-files",
    title: "makes no file when it looks for tables",
    after: SETTLED,
    async check(trial) {
      await tablesOf(trial, QUERY);
      const files = readdirSync(trial.folder);
      ensure(files.length === 0, () => `getReferencedTables made ${files.join(", ")}`);
    },
  },
  {
    id: "compute/places-bad-sql",
    title: "refuses a statement that its parser cannot read with a coded error that has line and column",
    after: SETTLED,
    async check(trial) {
      const find = finder(await trial.configure());
      const failure = await failureOf(() => trial.call("getReferencedTables", (signal) => find(REFUSED, { signal })));
      ensure(failure !== undefined, "It finds tables in a statement that is none");
      ensure(codeOf(failure.error) !== undefined, "It refuses a statement with an error that has no code");
      const { line, column } = Object(failure.error) as Readonly<Record<string, unknown>>;
      ensure(line === 2 && typeof column === "number", "It refuses a statement without saying in which line and column");
    },
  },
];

async function expectTables(trial: Trial<ComputePlugin>, sql: string, expected: readonly string[]): Promise<void> {
  const found = (await tablesOf(trial, sql)).map((name) => name.toLowerCase()).sort();
  ensure(found.join() === expected.join(), `In \`${sql}\` it finds ${found.join(", ") || "nothing"}, not ${expected.join(", ")}`);
}

async function tablesOf(trial: Trial<ComputePlugin>, sql: string): Promise<readonly string[]> {
  const find = finder(await trial.configure());
  return trial.call("getReferencedTables", (signal) => find(sql, { signal }));
}

function finder(plugin: ComputePlugin): NonNullable<ComputePlugin["getReferencedTables"]> {
  if (plugin.getReferencedTables === undefined) throw new NotOffered("it has no parser: getReferencedTables is optional");
  return plugin.getReferencedTables.bind(plugin);
}
