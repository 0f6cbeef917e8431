import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { withDatabase, type Row } from "../platform/support/database.ts";
import { floe } from "../platform/support/floe.ts";
import { descendantsOf, isAlive } from "./process-tree.ts";
import { startProxy } from "./support/proxy.ts";
import { documentOf, onDagster, platformFile, serveProduct, type ErrorDocument, type ServedProduct } from "./support/served-product.ts";
import { runProcesses, stepProcesses } from "./support/step-processes.ts";

/*
 * What somebody meets who runs a product on a real Dagster with the floe command, and something goes wrong in the run.
 */

const MODELS = {
  first: "SELECT id, amount, note FROM source",
  // Right for whoever reads it, and wrong for a row.
  broken: "SELECT id, CAST(note AS INTEGER) AS note FROM first",
  behind: "SELECT * FROM broken",
  further: "SELECT * FROM behind",
  apart: "SELECT sum(amount) AS total FROM first",
  // Would be written for hours.
  endless: "SELECT 2 AS version, md5(CAST(id AS VARCHAR)) AS text FROM range(1000000000000) AS numbers (id)",
  "after-endless": "SELECT count(*) AS n FROM endless",
  lasting: "SELECT count(*) AS n FROM range(500000000) AS numbers (id) WHERE id % 7 = 3",
  "then-this": "SELECT n FROM lasting",
};

const SELECTIONS = {
  fails: ["first", "broken", "behind", "further", "apart"],
  endless: ["endless", "after-endless"],
  lasts: ["lasting", "then-this"],
};

const python = inject("python");
let product: ServedProduct;

beforeAll(async () => {
  if (!("bin" in python)) return;
  const models = Object.fromEntries(Object.entries(MODELS).map(([name, sql]) => [`models/${name}.sql`, sql]));
  product = await serveProduct({ "rows.csv": "id,amount,note\n1,10,7\n2,20,größer\n", ...models }, { python: python.bin, daemon: true });
  await product.write({ "local.yaml": platformFile("local") });
});

afterAll(async () => {
  if ("bin" in python) await product[Symbol.asyncDispose]();
});

const run = (selection: keyof typeof SELECTIONS, file = "floe.yaml") => floe(product.root, "run", file, "--json", "--select", ...SELECTIONS[selection]);

const query = (sql: string): Promise<readonly Row[]> => withDatabase(product.database, (ask) => ask(sql));

const tables = async (): Promise<unknown> => (await query("SELECT table_name FROM duckdb_tables() ORDER BY ALL")).map(({ table_name: name }) => name);

const statusOf = async (runId: string): Promise<unknown> =>
  product.graphql("query ($runId: ID!) { runOrError(runId: $runId) { ... on Run { status } } }", { runId });

/** Nobody works for a run any more, and the next one may have the file. */
async function expectNobodyLeft(): Promise<void> {
  await vi.waitFor(async () => expect([...(await stepProcesses(product.root)), ...(await runProcesses())]).toEqual([]), { timeout: 20_000, interval: 200 });
}

/** Starts the endless run over a table that is there already. Resolves once data of the new one is on the disk. */
async function startEndless() {
  await query("CREATE OR REPLACE TABLE endless AS SELECT 1 AS version, 'old' AS text");
  const before = statSync(product.database).size;
  const started = run("endless");
  await vi.waitUntil(() => existsSync(product.database) && statSync(product.database).size > before + 8_000_000, { timeout: 60_000, interval: 50 });
  const steps = await stepProcesses(product.root);
  const [script, ...scripts] = steps.filter(({ command }) => command.includes("floe-dagster-step") && !command.includes("floe.js step"));
  const [child, ...children] = steps.filter(({ command }) => command.includes("floe.js step"));
  if (script === undefined || child === undefined || scripts.length + children.length > 0) throw new Error(`not one step, but ${JSON.stringify(steps)}`);
  expect(await runProcesses()).not.toEqual([]);
  return { started, script: script.pid, child: child.pid };
}

async function expectOldTable(): Promise<void> {
  await expectNobodyLeft();
  expect(await query("SELECT * FROM endless")).toEqual([{ version: 1, text: "old" }]);
  expect(await tables()).not.toContain("after-endless");
}

const theRunId = async (): Promise<string> => {
  const data = (await product.graphql("{ runsOrError(limit: 1) { ... on Runs { results { runId } } } }")) as { runsOrError: { results: { runId: string }[] } };
  return data.runsOrError.results[0]?.runId ?? "";
};

describe.runIf("bin" in python)("floe run on a real Dagster", () => {
  beforeEach(expectNobodyLeft);

  test("tells of a failing statement what the local orchestrator tells, and runs what does not depend on it", async () => {
    const onDagster = await documentOf(run("fails"));
    expect(onDagster.exitCode, onDagster.stderr + product.server.logs()).toBe(1);
    expect(onDagster.document).toMatchObject({ ok: false, run: { status: "failed" } });
    const steps = onDagster.document.run.steps;
    expect(steps).toMatchObject([
      { name: "first", status: "succeeded", rows: 2 },
      { name: "apart", status: "succeeded", rows: 1 },
      {
        name: "broken",
        status: "failed",
        error: { code: "FLOE_DUCKDB_SQL", message: expect.stringContaining("Could not convert string 'größer' to INT32") as string, hint: expect.stringMatching(/./) as string },
      },
      { name: "behind", status: "skipped", skippedBecauseOf: "broken" },
      { name: "further", status: "skipped", skippedBecauseOf: "broken" },
    ]);
    expect(onDagster.stderr).toContain("größer");
    await expectNobodyLeft();
    expect(await tables()).toEqual(["apart", "first"]);
    await query("DROP TABLE apart; DROP TABLE first");
    const local = await documentOf(run("fails", "local.yaml"));
    expect(local.exitCode).toBe(1);
    expect(await tables()).toEqual(["apart", "first"]);
    const told = (all: typeof steps): unknown => all.map((step) => ({ ...step, durationMs: undefined }));
    expect(told(steps)).toEqual(told(local.document.run.steps));
  });

  test("ends with 130 on SIGINT: Dagster's run is cancelled, the statement interrupted, the old table whole", async () => {
    const { started, script, child } = await startEndless();
    started.kill("SIGINT");
    const { exitCode, document, stderr } = await documentOf(started);
    expect(exitCode, stderr + product.server.logs()).toBe(130);
    expect(document.run).toMatchObject({ status: "cancelled", steps: [{ name: "endless", status: "cancelled" }, { name: "after-endless", status: "cancelled" }] });
    expect(await statusOf(await theRunId())).toEqual({ runOrError: { status: "CANCELED" } });
    expect(stderr).toMatch(/stopped floe\.orchestrators:dagster, floe\.computes:duckdb$/m);
    await expectOldTable();
    expect([script, child].some(isAlive)).toBe(false);
  });

  test("says that a run is cancelled which somebody terminates in Dagster", async () => {
    const { started } = await startEndless();
    const terminated = await product.graphql("mutation ($runId: String!) { terminateRun(runId: $runId) { __typename } }", { runId: await theRunId() });
    expect(terminated).toEqual({ terminateRun: { __typename: "TerminateRunSuccess" } });
    const { exitCode, document, stderr } = await documentOf(started);
    expect(exitCode, stderr + product.server.logs()).toBe(1);
    expect(document).toMatchObject({ ok: false, run: { status: "cancelled", steps: [{ status: "cancelled" }, { status: "cancelled" }] } });
    await expectOldTable();
  });

  test.for([
    ["floe step", "child", { code: "FLOE_DAGSTER_STEP_PROCESS", message: 'Cannot complete step "endless": floe step was ended by SIGKILL and printed no result' }],
    ["floe-dagster-step", "script", { code: "FLOE_DAGSTER_STEP", message: expect.stringMatching(/^Cannot run transform "endless": .*-9/s) as string }],
  ] as const)("a killed %s is a failed step, and what was started ends", async ([, which, error]) => {
    const endless = await startEndless();
    process.kill(endless[which], "SIGKILL");
    const { exitCode, document, stderr } = await documentOf(endless.started);
    expect(exitCode, stderr + product.server.logs()).toBe(1);
    expect(document.run).toMatchObject({
      status: "failed",
      steps: [
        { name: "endless", status: "failed", error: { ...error, hint: expect.stringMatching(/./) as string } },
        { name: "after-endless", status: "skipped", skippedBecauseOf: "endless" },
      ],
    });
    await expectOldTable();
  });

  test("succeeds although the webserver is killed in the middle and comes back", async () => {
    const started = run("lasts");
    await vi.waitUntil(async () => (await stepProcesses(product.root)).some(({ command }) => command.includes("lasting")), { timeout: 60_000, interval: 50 });
    await product.server.restartWebserver();
    const { exitCode, document, stderr } = await documentOf(started);
    expect(exitCode, stderr + product.server.logs()).toBe(0);
    expect(document.run).toMatchObject({ status: "succeeded", steps: [{ name: "lasting", status: "succeeded", rows: 1 }, { name: "then-this", status: "succeeded", rows: 1 }] });
    expect(stderr.split("Dagster does not answer; it is asked again, and the run goes on.")).toHaveLength(2);
    await expectNobodyLeft();
  });

  test("gives up on a refused token in the middle, and the record of the run holds nothing of it", async () => {
    const token = "correct-horse-7f3e";
    await using proxy = await startProxy(product.server.url);
    let looks = 0;
    proxy.answer = (operation) => (operation === "FloeRunLogs" && (looks += 1) > 1 ? { status: 401, type: "text/html", body: `<html>not with ${token}</html>` } : "pass");
    await product.write({
      "secrets.env": `DAGSTER_TOKEN=${token}\n`,
      "proxied.yaml": platformFile(onDagster(proxy.url, 'token: "${secret:dagster-token}"'), { secrets: "secrets.env" }),
    });
    const { exitCode, document, stdout, stderr } = await documentOf<ErrorDocument>(floe(product.root, "run", "proxied.yaml", "--json", "--select", "first"));
    expect(exitCode, stderr + product.server.logs()).toBe(1);
    expect(document.error).toMatchObject({ code: "FLOE_DAGSTER_AUTHENTICATION", message: `Cannot ask Dagster at ${proxy.url} for FloeRunLogs: the server answered 401` });
    const runId = await theRunId();
    expect(stderr).toContain("A run is no longer followed; if it is still there, it goes on in Dagster.");
    const record = await readFile(path.join(product.root, ".floe/runs", `${runId}.jsonl`), "utf8");
    for (const text of [stdout, stderr, record]) expect(text).not.toContain(token);
    await vi.waitFor(async () => expect(await statusOf(runId)).toEqual({ runOrError: { status: "SUCCESS" } }), { timeout: 60_000, interval: 200 });
    await expectNobodyLeft();
  });

  test("a run whose own process is killed has failed, what it started ends, and the next one gets its slot of the pool", async () => {
    const { started, script } = await startEndless();
    const above = await Promise.all((await runProcesses()).map(async ({ pid }) => ({ pid, below: await descendantsOf(pid) })));
    // Of those that have the step below them the outermost is the run's, and the next one the step's in Python.
    const [worker, step, ...others] = above.filter(({ below }) => below.some(({ pid }) => pid === script)).sort((a, b) => b.below.length - a.below.length);
    if (worker === undefined || step === undefined || others.length > 0) throw new Error(`not one run, but ${JSON.stringify(above)}`);
    process.kill(worker.pid, "SIGKILL");
    const { exitCode, document, stderr } = await documentOf(started);
    expect(exitCode, stderr + product.server.logs()).toBe(1);
    expect(document.run).toMatchObject({
      status: "failed",
      steps: [
        { name: "endless", status: "failed", error: { code: "FLOE_DAGSTER_RUN", message: expect.stringMatching(/^Cannot run transform "endless": the run failed in Dagster/) as string } },
        { name: "after-endless", status: "skipped", skippedBecauseOf: "endless" },
      ],
    });
    await expectOldTable();
    await vi.waitUntil(() => !isAlive(step.pid), { timeout: 20_000, interval: 100 });

    const claimed = await product.graphql("{ instance { concurrencyLimits { claimedSlots { runId stepKey } } } }");
    expect(claimed).toEqual({ instance: { concurrencyLimits: [{ claimedSlots: [{ runId: await theRunId(), stepKey: "endless" }] }] } });
    const next = run("lasts");
    // Without a slot it stays in the queue for ever, and would be ended here with another code.
    const limit = setTimeout(() => next.kill("SIGINT"), 60_000);
    const end = await documentOf(next).finally(() => clearTimeout(limit));
    expect(end.exitCode, end.stderr + product.server.logs()).toBe(0);
    expect(end.document.run).toMatchObject({ status: "succeeded", steps: [{ name: "lasting", status: "succeeded" }, { name: "then-this", status: "succeeded" }] });
    await expectNobodyLeft();
  });
});
