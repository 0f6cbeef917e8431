import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, inject, test } from "vitest";
import { withDatabase, type Row } from "../platform/support/database.ts";
import { runProduct } from "../platform/support/floe.ts";
import { makeProduct } from "../platform/support/product.ts";
import { dbt, profileOf, writeDbtProject, type DbtModel } from "./dbt-project.ts";

/*
 * The profile that duckdb-compute generates, given to a real dbt: it connects, it runs, and what it makes is what
 * floe makes of the same SQL with the same configuration.
 */

const ROWS = "id,amount,placed\n1,10,2026-01-01 00:30:00\n1,20,2026-07-01 23:30:00\n2,30,2026-03-29 02:30:00\n";

const ORDERS = "SELECT id AS customer, amount, placed FROM source";
const TOTALS = "SELECT customer, sum(amount)::BIGINT AS total, count(*) AS orders FROM orders GROUP BY customer";

interface Case {
  readonly title: string;
  /** The plugin's configuration. */
  readonly config: Readonly<Record<string, unknown>>;
  /** The SQL of `result`, which reads `orders`. */
  readonly sql: string;
  /** Statements that prepare a database to attach. */
  readonly attached?: readonly string[];
}

const cases: readonly Case[] = [
  { title: "in memory", config: { threads: 2, memoryLimit: "512MB" }, sql: TOTALS },
  { title: "in a file", config: { path: "./dbt.duckdb", threads: 2 }, sql: TOTALS },
  {
    title: "with an attached file",
    config: { attach: [{ path: "./reference.duckdb", alias: "reference", readOnly: true }] },
    attached: ["CREATE TABLE rates AS SELECT * FROM (VALUES (1, 2.5), (2, 0.5)) AS rates (customer, rate)"],
    sql: "SELECT customer, amount * rate AS converted FROM orders JOIN reference.main.rates USING (customer)",
  },
  {
    title: "with extensions that are part of the engine",
    config: { path: "./dbt.duckdb", extensions: ["icu", "json"], settings: { TimeZone: "Europe/Berlin" } },
    sql: "SELECT customer, to_json({ 'hour': hour(placed::TIMESTAMPTZ AT TIME ZONE 'UTC') })::VARCHAR AS shown FROM orders",
  },
];

const models = (sql: string): Readonly<Record<string, DbtModel>> => ({
  orders: { sql: ORDERS, materialized: "view", reads: [] },
  result: { sql, materialized: "table", reads: ["orders"] },
});

/** The same product for floe: in a file, whatever dbt does, so that it can be looked into. */
async function runWithFloe({ config, sql }: Case, write: Readonly<Record<string, string>>, reference: string): Promise<readonly Row[]> {
  const attach = "attach" in config ? { attach: [{ path: reference, alias: "reference", readOnly: true }] } : {};
  const compute = { type: "duckdb", config: { ...config, ...attach, path: "./product.duckdb" } };
  const product = await makeProduct({
    ...write,
    "floe.yaml": JSON.stringify({
      name: "product",
      plugins: { compute, orchestrator: "local" },
      sources: [{ name: "source", path: "./rows.csv" }],
      transforms: "./models",
    }),
    "models/orders.sql": `-- floe: { materialization: view }\n${ORDERS}`,
    "models/result.sql": sql,
  });
  await runProduct(product.root);
  return withDatabase(product.database, (query) => query("FROM result ORDER BY ALL"));
}

async function makeReference(file: string, statements: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  for (const statement of statements) await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
}

describe("dbt with the profile that duckdb-compute generates", () => {
  test.for(cases.map((one) => [one.title, one] as const))("debugs and runs %s, and makes what floe makes", async ([, one], { skip }) => {
    const python = inject("python");
    if ("reason" in python) return void skip(python.reason);
    const product = await makeProduct({ "rows.csv": ROWS });
    const folder = path.join(product.root, "dbt");
    await mkdir(folder);
    await writeFile(path.join(folder, "package.json"), "{}");
    const reference = path.join(product.root, "reference.duckdb");
    if (one.attached !== undefined) await makeReference(reference, one.attached);
    const result = path.join(folder, "result.parquet");
    await writeDbtProject({
      folder,
      profile: await profileOf(one.config, product.root),
      models: models(one.sql),
      source: path.join(product.root, "rows.csv"),
      exports: { result },
    });
    const debug = await dbt(python.bin, folder, "debug");
    expect(debug.all).toContain("All checks passed!");
    const ran = await dbt(python.bin, folder, "run");
    expect(ran.all).toContain("Completed successfully");
    expect(ran.exitCode).toBe(0);
    const made = await withDatabase(":memory:", (query) => query(`FROM read_parquet('${result}') ORDER BY ALL`));
    expect(made.length).toBeGreaterThan(0);
    expect(made).toEqual(await runWithFloe(one, { "rows.csv": ROWS }, reference));
  });
});
