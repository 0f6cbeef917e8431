// The flights product without floe: its SQL straight through DuckDB's driver, with the least code that runs it in the
// right order and side by side. What floe finds out by itself is handed over: a plan, as flights.mjs makes it.
import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

/** @typedef {{ name: string, sql: string, materialization: string, dependsOn: string[] }} Transform */
/** @typedef {{ settings: Record<string, string>, sources: { name: string, path: string }[], transforms: Transform[] }} Plan */

const [planFile = "", database = ""] = process.argv.slice(2);
/** @type {Plan} */
const plan = JSON.parse(readFileSync(planFile, "utf8"));
const instance = await DuckDBInstance.create(database, plan.settings);

const first = await instance.connect();
for (const { name, path } of plan.sources) await first.run(`CREATE OR REPLACE VIEW ${name} AS FROM '${path}'`);

// Each as soon as what it reads is there. The driver works on Node's pool of four threads, and floe runs four steps at a time.
/** @type {Map<string, Promise<void>>} */
const made = new Map();
for (const { name, sql, materialization, dependsOn } of plan.transforms) {
  const make = async () => {
    await Promise.all(dependsOn.map((dependency) => made.get(dependency)));
    const connection = await instance.connect();
    await connection.run(`CREATE OR REPLACE ${materialization} ${name} AS ${sql}`);
    connection.closeSync();
  };
  made.set(name, make());
}
await Promise.all(made.values());
first.closeSync();
instance.closeSync();
