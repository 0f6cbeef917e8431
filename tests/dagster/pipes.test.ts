import { existsSync } from "node:fs";
import { execa } from "execa";
import { describe, expect, inject, onTestFinished, test, vi } from "vitest";
import { withDatabase } from "../platform/support/database.ts";
import { descendantsOf, isAlive } from "./process-tree.ts";
import { recordStep, startStep, type StepRequest } from "./record-step.ts";
import { makeStepProduct, type StepProduct } from "./step-product.ts";

/*
 * The process of a step, run and read by a real Dagster: what it records is what floe did.
 */

/** Would run for hours. */
const ENDLESS = "SELECT count(*) AS n FROM range(100000000000) AS numbers (id) WHERE id % 7 = 3";

const MODELS = {
  "daily-orders": "SELECT id, amount, 'größer 😀' AS note FROM source",
  total: "-- floe: { materialization: view }\nSELECT sum(amount) AS total FROM source",
  broken: "SELECT nope FROM source",
};

const CHECK = { description: null, severity: "ERROR", blocking: false, minRows: null, maxRows: null, columns: null };

const ASSETS = {
  "daily-orders": {
    checks: [
      { ...CHECK, name: "enough", minRows: 2, columns: ["ID"] },
      { ...CHECK, name: "few", severity: "WARN", maxRows: 1 },
    ],
  },
  total: { checks: [{ ...CHECK, name: "enough", minRows: 1 }] },
};

const checks = ["enough", "few"];

/** Starts a step as somebody would by hand. */
async function startByHand({ commandOf }: StepProduct) {
  const [command = "", ...args] = commandOf("endless");
  return { process: execa(command, args, { reject: false, stdin: "ignore", timeout: 60_000 }) };
}

/** Starts an endless step, and resolves once its statement runs: the engine has opened the database then. */
async function startEndless<Started extends { readonly process: { readonly pid?: number | undefined } }>(
  start: (product: StepProduct) => Promise<Started>,
) {
  const product = await makeStepProduct({ endless: ENDLESS });
  const started = await start(product);
  await vi.waitUntil(() => existsSync(product.database), { timeout: 60_000, interval: 50 });
  const below = await descendantsOf(started.process.pid ?? 0);
  // A test that fails leaves nothing running either.
  onTestFinished(() => {
    for (const { pid } of below) if (isAlive(pid)) process.kill(pid, "SIGKILL");
  });
  const [floe, ...others] = below.filter(({ command }) => command.includes("floe.js step"));
  if (floe === undefined || others.length > 0) throw new Error(`not one floe step, but ${JSON.stringify(below)}`);
  return { product, started, floe: floe.pid, pids: below.map(({ pid }) => pid) };
}

async function expectGone(pids: readonly number[], product: StepProduct): Promise<void> {
  await vi.waitUntil(() => !pids.some(isAlive), { timeout: 20_000, interval: 50 });
  // Nobody holds the file, and nothing was made.
  expect(await withDatabase(product.database, (query) => query("SELECT count(*) AS n FROM duckdb_tables()"))).toEqual([{ n: 0n }]);
}

describe("floe-dagster-step under a real Dagster", () => {
  test("reports what it made, and its checks, to PipesSubprocessClient", async ({ skip }) => {
    const python = inject("python");
    if ("reason" in python) return skip(python.reason);
    const product = await makeStepProduct(MODELS, ASSETS);
    const request = { command: product.commandOf("daily-orders"), key: "daily_orders", checks };
    const recorded = await recordStep(python.bin, request);
    expect(recorded).toMatchObject({ success: true, errors: [] });
    expect(recorded.materializations).toEqual([
      {
        key: "daily_orders",
        dataVersion: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        metadata: expect.objectContaining({
          "dagster/row_count": { type: "IntMetadataValue", value: 2 },
          "dagster/column_schema": {
            type: "TableSchemaMetadataValue",
            value: [["id", "BIGINT"], ["amount", "BIGINT"], ["note", "VARCHAR"]],
          },
          "dagster/column_lineage": {
            type: "TableColumnLineageMetadataValue",
            value: { id: [["source", "id"]], amount: [["source", "amount"]], note: [] },
          },
          "floe/duration_ms": { type: "IntMetadataValue", value: expect.any(Number) as number },
        }) as object,
      },
    ]);
    expect(recorded.checks).toEqual([
      { name: "enough", passed: true, severity: "ERROR", metadata: { rows: { type: "IntMetadataValue", value: 2 } } },
      {
        name: "few",
        passed: false,
        severity: "WARN",
        metadata: { rows: { type: "IntMetadataValue", value: 2 }, reason: { type: "TextMetadataValue", value: "2 rows are more than 1" } },
      },
    ]);
    expect(recorded.logs).toContainEqual(["INFO", "stopped floe.computes:duckdb"]);
    // Every run makes a new version.
    const again = await recordStep(python.bin, request);
    expect(again.materializations[0]?.dataVersion).not.toBe(recorded.materializations[0]?.dataVersion);
  });

  test("does not pass a check of rows that a view does not tell", async ({ skip }) => {
    const python = inject("python");
    if ("reason" in python) return skip(python.reason);
    const product = await makeStepProduct(MODELS, ASSETS);
    const recorded = await recordStep(python.bin, { command: product.commandOf("total"), key: "total", checks: ["enough"] });
    expect(recorded.success).toBe(true);
    expect(recorded.materializations[0]?.metadata).not.toHaveProperty("dagster/row_count");
    expect(recorded.checks).toEqual([
      {
        name: "enough",
        passed: false,
        severity: "ERROR",
        metadata: { reason: { type: "TextMetadataValue", value: "the rows are not known, as of a view" } },
      },
    ]);
  });

  const forms: readonly (readonly [string, Partial<StepRequest>])[] = [
    ["files", { injector: "file", reader: "file" }],
    ["a context in the environment", { injector: "env" }],
    ["stdout", { injector: "env", stream: { stdio: "stdout" } }],
    ["stderr, as in a pod", { injector: "env", stream: { stdio: "stderr" } }],
    ["stdout at the end", { stream: { buffered_stdio: "stdout" } }],
    ["arguments", { stream: { stdio: "stdout" }, arguments: true }],
  ];
  test.for(forms)("reports through %s, successes and failures", async ([, form], { skip }) => {
    const python = inject("python");
    if ("reason" in python) return skip(python.reason);
    const product = await makeStepProduct(MODELS, ASSETS);
    const made = await recordStep(python.bin, { ...form, command: product.commandOf("daily-orders"), key: "daily_orders", checks });
    expect(made).toMatchObject({ success: true, errors: [], materializations: [{ metadata: { "dagster/row_count": { value: 2 } } }] });
    expect(made.checks).toHaveLength(2);
    expect(made.logs.map(([, message]) => message)).not.toContainEqual(expect.stringContaining("did not receive"));
    expect(made.all).toContain("stopped floe.computes:duckdb");
    const failed = await recordStep(python.bin, { ...form, command: product.commandOf("broken"), key: "broken" });
    expect(failed).toMatchObject({ success: false, materializations: [] });
    expect(failed.errors[0]).toMatchObject({ type: "ENGINE_EVENT", error: { className: "FLOE_DUCKDB_SQL" } });
  });

  test("fails with the code, message and hint of the failure, before Dagster's own", async ({ skip }) => {
    const python = inject("python");
    if ("reason" in python) return skip(python.reason);
    const product = await makeStepProduct(MODELS);
    const { success, errors } = await recordStep(python.bin, { command: product.commandOf("broken"), key: "broken" });
    expect(success).toBe(false);
    expect(errors).toEqual([
      {
        type: "ENGINE_EVENT",
        step: "broken",
        text: "[pipes] external process pipes closed with exception",
        error: {
          className: "FLOE_DUCKDB_SQL",
          message: expect.stringContaining('Referenced column "nope" not found') as string,
          cause: { className: "hint", message: "Correct the statement, or what it works on.", cause: null },
        },
      },
      expect.objectContaining({ type: "STEP_FAILURE", step: "broken" }),
    ]);
  });

  test("reports no success of a floe step that is killed, and says by what", async ({ skip }) => {
    const python = inject("python");
    if ("reason" in python) return skip(python.reason);
    const { product, started, floe, pids } = await startEndless(({ commandOf }) =>
      startStep(python.bin, { command: commandOf("endless"), key: "endless" }),
    );
    process.kill(floe, "SIGKILL");
    const message = 'Cannot complete step "endless": floe step was ended by SIGKILL and printed no result';
    expect(await started.recorded()).toMatchObject({
      success: false,
      materializations: [],
      errors: [{ error: { className: "FLOE_DAGSTER_STEP_PROCESS", message } }, { type: "STEP_FAILURE" }],
    });
    await expectGone(pids, product);
  });

  test("leaves nothing behind when Dagster is killed", async ({ skip }) => {
    const python = inject("python");
    if ("reason" in python) return skip(python.reason);
    const { product, started, pids } = await startEndless(({ commandOf }) =>
      startStep(python.bin, { command: commandOf("endless"), key: "endless" }),
    );
    started.process.kill("SIGKILL");
    await expectGone(pids, product);
    expect(await started.process).toMatchObject({ signal: "SIGKILL" });
  });

  test("leaves no floe step behind when it is killed itself", async () => {
    const { product, started, pids } = await startEndless(startByHand);
    started.process.kill("SIGKILL");
    await expectGone(pids, product);
    expect(await started.process).toMatchObject({ signal: "SIGKILL" });
  });

  test("is interrupted when Dagster is", async ({ skip }) => {
    const python = inject("python");
    if ("reason" in python) return skip(python.reason);
    const { product, started, pids } = await startEndless(({ commandOf }) =>
      startStep(python.bin, { command: commandOf("endless"), key: "endless" }),
    );
    started.process.kill("SIGINT");
    expect((await started.process).all).toContain("interrupted by SIGINT");
    await expectGone(pids, product);
  });

  test.for([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("ends with its children on %s, with %i", async ([signal, code]) => {
    const { product, started, pids } = await startEndless(startByHand);
    started.process.kill(signal);
    expect(await started.process).toMatchObject({ exitCode: code, stderr: expect.stringContaining(`interrupted by ${signal}`) as string });
    await expectGone(pids, product);
  });

  test("passes on the lineage of columns, and logs by their level", async ({ skip }) => {
    const python = inject("python");
    if ("reason" in python) return skip(python.reason);
    const product = await makeStepProduct(MODELS);
    const inputs = [
      { table: "main.Daily-Orders", column: "amount", transformation: "AGGREGATION" },
      { table: "raw-rows", column: "id", transformation: "IDENTITY" },
    ];
    const step = { name: "total", status: "succeeded", durationMs: 5 };
    const document = { version: "1.0", command: "step", ok: true, step, columns: [], columnLineage: [{ column: "total", inputs }] };
    await product.replaceFloe(`
      process.stderr.write("debug: a\\ninfo: b\\nwarn: c\\n  with more\\nerror: d\\n");
      console.log(${JSON.stringify(JSON.stringify(document))});`);
    const recorded = await recordStep(python.bin, { command: product.commandOf("total"), key: "total" });
    expect(recorded.materializations[0]?.metadata["dagster/column_lineage"]).toEqual({
      type: "TableColumnLineageMetadataValue",
      value: { total: [["daily_orders", "amount"], ["raw_rows", "id"]] },
    });
    expect(recorded.logs).toEqual(
      expect.arrayContaining([["DEBUG", "a"], ["INFO", "b"], ["WARNING", "c\n  with more"], ["ERROR", "d"]]),
    );
  });
});
