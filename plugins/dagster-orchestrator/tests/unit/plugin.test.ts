import { readdir } from "node:fs/promises";
import path from "node:path";
import { resourcePreset, type WorkloadSize } from "floe-core";
import { expect, onTestFinished, test } from "vitest";
import { configSchema } from "../../src/config-schema.ts";
import { DagsterOrchestratorPlugin } from "../../src/plugin.ts";
import { readSchedules } from "../../src/files/schedules-file.ts";
import { config, product, transform } from "../support/product.ts";
import { lineageOf } from "../support/lineage-file.ts";
import { someEvent } from "../../../../packages/floe-lineage/tests/support/lineage-event.ts";
import { recordingLogger } from "../support/recording-logger.ts";
import { servingDagster, wireEvent, type WireLook } from "../support/serving-dagster.ts";
import { tempFolder } from "../support/temp-folder.ts";

const artifacts = product([transform("a")]);
const aborted = AbortSignal.abort(new Error("enough"));
const SUCCESS: WireLook = { status: "SUCCESS", events: [wireEvent("ExecutionStepStartEvent", "a", 2_000), wireEvent("ExecutionStepSuccessEvent", "a", 3_000)] };

/** A started plugin beside a Dagster that serves what it writes. */
async function started(looks: readonly WireLook[] = [SUCCESS], settings: Readonly<Record<string, unknown>> = {}) {
  const folder = await tempFolder();
  const server = await servingDagster(folder, { looks });
  onTestFinished(() => server[Symbol.asyncDispose]());
  const plugin = new DagsterOrchestratorPlugin();
  const logger = recordingLogger();
  plugin.configure(config({ url: server.url, workingDirectory: folder, ...settings }));
  plugin.startup({ signal: new AbortController().signal, logger, dependencies: new Map() });
  return { plugin, server, folder, warnings: logger.warnings };
}

test("DagsterOrchestratorPlugin has the strict schema with its defaults", () => {
  expect(new DagsterOrchestratorPlugin().getConfigSchema()).toBe(configSchema);
});

test("DagsterOrchestratorPlugin.startup asks Dagster nothing", async () => {
  const { server } = await started();
  expect(server.operations).toEqual([]);
});

test("DagsterOrchestratorPlugin.run runs a product, and tells the configured sink", async () => {
  const file = path.join(await tempFolder(), "lineage.jsonl");
  const { plugin } = await started([SUCCESS], { lineage: { type: "file", path: file } });
  expect(await plugin.run(artifacts, { plugins: {} })).toMatchObject({ runId: "one", status: "succeeded", steps: [{ name: "a", status: "succeeded" }] });
  expect((await lineageOf(file)).map(({ eventType, job }) => `${eventType} ${job.name}`)).toEqual(["START shop", "START shop.a", "COMPLETE shop.a", "COMPLETE shop"]);
});

test("DagsterOrchestratorPlugin.run of an aborted signal is cancelled, and launches nothing", async () => {
  const { plugin, server } = await started();
  expect(await plugin.run(artifacts, { plugins: {}, signal: aborted })).toMatchObject({ status: "cancelled" });
  expect(server.operations).toEqual([]);
});

test("DagsterOrchestratorPlugin.shutdown ends the runs that are followed and the lineage; it is safe without startup and twice", async () => {
  const file = path.join(await tempFolder(), "lineage.jsonl");
  const { plugin, server, warnings } = await started([{ status: "STARTED" }, { status: "STARTED" }], { lineage: { type: "file", path: file } });
  let ending: Promise<void> | undefined;
  const running = plugin.run(artifacts, {
    plugins: {},
    onEvent: ({ type }) => {
      if (type === "run-started") ending = plugin.shutdown();
    },
  });
  expect(await running).toMatchObject({ status: "cancelled" });
  await ending;
  expect(server.operations).toContain("FloeTerminateRun");
  await plugin.shutdown();
  await plugin.emitLineageEvent(someEvent);
  expect((await lineageOf(file)).map(({ eventType }) => eventType)).toEqual(["START", "ABORT"]);
  expect(warnings).toEqual([expect.stringContaining("came after its end")]);
  await expect(new DagsterOrchestratorPlugin().shutdown()).resolves.toBeUndefined();
});

test("DagsterOrchestratorPlugin.healthCheck and validateConnection say how Dagster is", async () => {
  const { plugin, server } = await started();
  const signal = new AbortController().signal;
  expect(await plugin.healthCheck({ signal, logger: recordingLogger() })).toMatchObject({ state: "healthy", message: expect.stringContaining(server.url) });
  expect(await plugin.validateConnection()).toMatchObject({ status: "healthy", warnings: [], errors: [] });
  await expect(plugin.healthCheck({ signal: aborted, logger: recordingLogger() })).rejects.toThrow("enough");
  await expect(plugin.validateConnection({ signal: aborted })).rejects.toThrow("enough");
});

test("DagsterOrchestratorPlugin defines a product without writing it, and writes it where it is told to", async () => {
  const { plugin, folder } = await started();
  expect(plugin.createAssetsFromTransforms([transform("b", ["a"]), transform("a")]).map(({ name }) => name)).toEqual(["a", "b"]);
  expect((await plugin.createDefinitions(artifacts)).jobs).toEqual([{ name: "shop", assets: ["a"] }]);
  await expect(plugin.createDefinitions(artifacts, { signal: aborted })).rejects.toThrow("enough");
  await expect(plugin.generateEntryPointCode({ artifacts, outputDir: folder, signal: aborted })).rejects.toThrow("enough");
  expect(await readdir(folder)).toEqual([]);
  expect(await plugin.generateEntryPointCode({ artifacts, outputDir: folder })).toBe(path.join(folder, "definitions.py"));
});

test("DagsterOrchestratorPlugin.scheduleJob sets a schedule that createDefinitions shows", async () => {
  const { plugin, folder } = await started();
  await plugin.generateEntryPointCode({ artifacts, outputDir: folder });
  await plugin.scheduleJob({ job: "shop", cron: "@daily", timezone: "UTC" });
  expect(await readSchedules(folder)).toMatchObject([{ job: "shop", cron: "@daily" }]);
  expect((await plugin.createDefinitions(artifacts)).schedules).toEqual([{ job: "shop", cron: "@daily", timezone: "UTC" }]);
  await expect(plugin.scheduleJob({ job: "shop", cron: "@hourly", timezone: "UTC", signal: aborted })).rejects.toThrow("enough");
});

test("DagsterOrchestratorPlugin.emitLineageEvent answers with the run's id, and sends none of its own secrets", async () => {
  const file = path.join(await tempFolder(), "lineage.jsonl");
  const { plugin } = await started([], { token: "t0ken", lineage: { type: "file", path: file } });
  expect(await plugin.emitLineageEvent({ ...someEvent, job: { namespace: "floe", name: "t0ken" } })).toBe(someEvent.run.runId);
  expect(await lineageOf(file)).toEqual([{ ...someEvent, job: { namespace: "floe", name: "[secret]" } }]);
  expect(await new DagsterOrchestratorPlugin().emitLineageEvent(someEvent)).toBe(someEvent.run.runId);
});

test("DagsterOrchestratorPlugin has values for Dagster's chart, resources of three sizes, and no sensor", async () => {
  const { plugin } = await started([], { location: "shop", helm: { port: 4000 } });
  expect(JSON.stringify(plugin.getHelmValues({ size: "small" }))).toContain("4000");
  expect(plugin.getHelmValues()).not.toEqual({});
  expect(plugin.getResourceRequirements("small")).toEqual(resourcePreset("small"));
  expect(() => plugin.getResourceRequirements("huge" as WorkloadSize)).toThrow(/small, medium, large/);
  expect(plugin.sensorDefinition()).toBeNull();
});
