import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PluginRegistry, PluginType } from "floe-core";
import { expect, inject, test, vi } from "vitest";
import { withDatabase } from "../platform/support/database.ts";
import { floe } from "../platform/support/floe.ts";
import { makeProduct } from "../platform/support/product.ts";
import { askDagster } from "./support/ask-dagster.ts";
import { startDagster } from "./support/dagster-server.ts";

/* A product's schedule and one that is set later, as a real Dagster has them. */

interface Schedule {
  readonly id: string;
  readonly name: string;
  readonly cronSchedule: string;
  readonly executionTimezone: string;
  readonly pipelineName: string;
  readonly scheduleState: { readonly status: string };
  readonly futureTicks: { readonly results: readonly { readonly timestamp: number }[] };
}

const SCHEDULES = `{
  schedulesOrError(repositorySelector: { repositoryName: "__repository__", repositoryLocationName: "product" }) {
    __typename
    ... on Schedules { results { id name cronSchedule executionTimezone pipelineName scheduleState { status } futureTicks(limit: 2) { results { timestamp } } } }
  }
}`;

const CHANGES = {
  start: `mutation Start($selector: ScheduleSelector!) { startSchedule(scheduleSelector: $selector) { __typename ... on ScheduleStateResult { scheduleState { status } } } }`,
  stop: `mutation Stop($id: String!) { stopRunningSchedule(id: $id) { __typename ... on ScheduleStateResult { scheduleState { status } } } }`,
};

test("a daily schedule appears in Dagster, is started, replaced and stopped, and comes when it says", { timeout: 300_000 }, async ({ skip }) => {
  const python = inject("python");
  if ("reason" in python) return void skip(python.reason);
  const product = await makeProduct({ "rows.csv": "id\n1\n", "models/orders.sql": "SELECT id FROM source" });
  const text = await readFile(path.join(product.root, "floe.yaml"), "utf8");
  await product.write({ "floe.yaml": text.replace("transforms:", "schedule: { cron: '0 6 * * *', timezone: Europe/Berlin }\ntransforms:").replace("plugins:", "plugins:\n  orchestrator: dagster") });
  expect((await floe(product.root, "compile", "--entry-point", ".floe/dagster")).exitCode).toBe(0);
  const folder = await mkdtemp(path.join(tmpdir(), "floe-dagster-"));
  try {
    await using server = await startDagster({ folder, workspace: path.join(product.root, ".floe/dagster/workspace.yaml"), python: python.bin, daemon: true });
    const schedules = async (): Promise<readonly Schedule[]> => {
      const { schedulesOrError } = await askDagster<{ readonly schedulesOrError: { readonly results: readonly Schedule[] } }>(server.url, SCHEDULES);
      return schedulesOrError.results;
    };
    const [own] = await schedules();
    expect(own).toMatchObject({ name: "product_schedule", cronSchedule: "0 6 * * *", executionTimezone: "Europe/Berlin", pipelineName: "product", scheduleState: { status: "STOPPED" } });
    const [first = 0, second = 0] = own?.futureTicks.results.map(({ timestamp }) => timestamp) ?? [];
    expect(new Date(first * 1000).toLocaleTimeString("en-GB", { timeZone: "Europe/Berlin" })).toBe("06:00:00");
    expect(second).toBeGreaterThan(first);

    const selector = { repositoryName: "__repository__", repositoryLocationName: "product", scheduleName: "product_schedule" };
    await askDagster(server.url, CHANGES.start, { selector });
    expect(await schedules()).toMatchObject([{ scheduleState: { status: "RUNNING" } }]);

    await using registry = new PluginRegistry({ cwd: product.root });
    registry.discoverAll();
    await registry.configure(PluginType.ORCHESTRATOR, "dagster", { url: server.url });
    await registry.activate(PluginType.ORCHESTRATOR, "dagster");
    const dagster = await registry.get(PluginType.ORCHESTRATOR, "dagster");
    await dagster.scheduleJob({ job: "product", cron: "*/20 7-9 * * mon-fri", timezone: "Asia/Kolkata" });
    const [replaced, ...others] = await schedules();
    // Replaced, and still on: it was Dagster's user who started it.
    expect(replaced).toMatchObject({ cronSchedule: "*/20 7-9 * * mon-fri", executionTimezone: "Asia/Kolkata", scheduleState: { status: "RUNNING" } });
    expect(others).toEqual([]);

    // What is written anew keeps it.
    expect((await floe(product.root, "compile", "--entry-point", ".floe/dagster")).exitCode).toBe(0);
    await dagster.scheduleJob({ job: "product", cron: "@daily", timezone: "UTC" });
    expect(await schedules()).toMatchObject([{ cronSchedule: "@daily", executionTimezone: "UTC" }]);

    await askDagster(server.url, CHANGES.stop, { id: replaced?.id });
    expect(await schedules()).toMatchObject([{ scheduleState: { status: "STOPPED" } }]);

    await expect(dagster.scheduleJob({ job: "produkt", cron: "@daily", timezone: "UTC" })).rejects.toMatchObject({
      code: "FLOE_DAGSTER_SCHEDULE",
      hint: 'Did you mean "product"?',
    });
    await expect(dagster.scheduleJob({ job: "product", cron: "0 0 31 2 *", timezone: "UTC" })).rejects.toMatchObject({ code: "FLOE_ORCHESTRATOR_SCHEDULE" });
    expect(await schedules()).toMatchObject([{ cronSchedule: "@daily" }]);

    // A server that is gone: nothing of what was there is lost.
    const file = path.join(product.root, ".floe/dagster/schedules.json");
    const before = await readFile(file, "utf8");
    await server.killWebserver();
    await expect(dagster.scheduleJob({ job: "product", cron: "@hourly", timezone: "UTC" })).rejects.toMatchObject({ code: "FLOE_DAGSTER_UNAVAILABLE" });
    expect(await readFile(file, "utf8")).toBe(before);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("a schedule that comes runs the product without floe: Dagster's daemon launches it, and the table is there", { timeout: 300_000 }, async ({ skip }) => {
  const python = inject("python");
  if ("reason" in python) return void skip(python.reason);
  const product = await makeProduct({ "rows.csv": "id\n1\n", "models/orders.sql": "SELECT id FROM source" });
  const text = await readFile(path.join(product.root, "floe.yaml"), "utf8");
  const orchestrator = "orchestrator: { type: dagster, config: { scheduleStatus: running } }";
  await product.write({ "floe.yaml": text.replace("transforms:", "schedule: { cron: '* * * * *', timezone: UTC }\ntransforms:").replace("plugins:", `plugins:\n  ${orchestrator}`) });
  expect((await floe(product.root, "compile", "--entry-point", ".floe/dagster")).exitCode).toBe(0);
  const folder = await mkdtemp(path.join(tmpdir(), "floe-dagster-"));
  try {
    await using server = await startDagster({ folder, workspace: path.join(product.root, ".floe/dagster/workspace.yaml"), python: python.bin, daemon: true });
    const RUNS = `{ runsOrError(limit: 1, filter: { statuses: [SUCCESS, FAILURE] }) { __typename ... on Runs { results { status tags { key value } } } } }`;
    type Runs = { readonly runsOrError: { readonly results: readonly { readonly status: string; readonly tags: readonly { readonly key: string; readonly value: string }[] }[] } };
    const run = await vi.waitFor(
      async () => {
        const [latest] = (await askDagster<Runs>(server.url, RUNS)).runsOrError.results;
        if (latest === undefined) throw new Error(`no run has ended yet: ${server.logs().slice(-2_000)}`);
        return latest;
      },
      { timeout: 180_000, interval: 1_000 },
    );
    expect(run.status).toBe("SUCCESS");
    expect(run.tags).toContainEqual({ key: "dagster/schedule_name", value: "product_schedule" });
    await server.stop();
    expect(await withDatabase(product.database, (query) => query("FROM orders"))).toEqual([{ id: 1n }]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
