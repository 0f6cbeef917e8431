import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RunEvent, WorkloadSize } from "floe-core";
import { secret } from "floe-core/config";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { configSchema } from "../../src/config-schema.ts";
import { LocalOrchestratorPlugin } from "../../src/plugin.ts";
import { Gates, recordingLogger, settled } from "../../../../packages/floe-core/tests/support/orchestration.ts";
import { FakeCompute } from "../support/fake-compute.ts";
import { someEvent } from "../../../../packages/floe-lineage/tests/support/lineage-event.ts";
import { lineageFile } from "../../../../packages/floe-lineage/tests/support/lineage-file.ts";
import { product, transform } from "../support/transform.ts";

/** A sink's token, where a sink without one stands for it. */
const hidden = { token: secret().parse("t0ken") };

const aborted = AbortSignal.abort(new Error("enough"));

describe("LocalOrchestratorPlugin", () => {
  let plugin: LocalOrchestratorPlugin;
  let logger: ReturnType<typeof recordingLogger>;

  beforeEach(() => {
    plugin = new LocalOrchestratorPlugin();
    logger = recordingLogger();
    plugin.configure({ concurrency: 2 });
    plugin.startup({ signal: new AbortController().signal, logger, dependencies: new Map() });
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  test("getConfigSchema gives the strict schema with its defaults", () => {
    expect(plugin.getConfigSchema()).toBe(configSchema);
  });

  test("run executes a product through the selected compute, with an id of its own per run", async () => {
    const events: RunEvent[] = [];
    const options = { plugins: { "floe.computes": [new FakeCompute()] }, onEvent: (event: RunEvent) => events.push(event) };
    const first = await plugin.run(product([transform("a")]), options);
    const second = await plugin.run(product([transform("a")]), options);
    expect(first).toMatchObject({ status: "succeeded", steps: [{ name: "a", status: "succeeded" }] });
    expect(first.runId).toMatch(/^[0-9a-f-]{36}$/);
    expect(second.runId).not.toBe(first.runId);
    expect(events[0]).toMatchObject({ type: "run-started", runId: first.runId });
  });

  test("run keeps to the configured concurrency and to the caller's signal", async () => {
    const gates = new Gates<number>();
    const controller = new AbortController();
    const compute = new FakeCompute({ materialize: ({ name }, signal) => gates.wait(name, signal) });
    const running = plugin.run(product(["a", "b", "c"].map((name) => transform(name))), {
      plugins: { "floe.computes": [compute] },
      signal: controller.signal,
    });
    await settled();
    expect(gates.waiting).toEqual(["a", "b"]);
    controller.abort();
    expect((await running).status).toBe("cancelled");
  });

  test("run rejects with a coded error when no compute is selected", async () => {
    await expect(plugin.run(product([transform("a")]), { plugins: {} })).rejects.toMatchObject({
      code: "FLOE_ORCHESTRATOR_COMPUTE",
    });
  });

  test("shutdown cancels what runs and waits for it; it is safe without startup and twice", async () => {
    const gates = new Gates<number>();
    const compute = new FakeCompute({ materialize: ({ name }, signal) => gates.wait(name, signal) });
    const running = plugin.run(product([transform("a")]), { plugins: { "floe.computes": [compute] } });
    await settled();
    await plugin.shutdown();
    await plugin.shutdown();
    expect(compute.calls.at(-1)).toBe("close 1");
    expect((await running).status).toBe("cancelled");
    await expect(new LocalOrchestratorPlugin().shutdown()).resolves.toBeUndefined();
  });

  test("shutdown waits a second for the lineage of what it cancels", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    vi.spyOn(globalThis, "fetch").mockReturnValue(new Promise(() => undefined));
    plugin.configure({ concurrency: 2, lineage: { type: "http", url: "http://localhost:5000" } });
    plugin.startup({ signal: new AbortController().signal, logger, dependencies: new Map() });
    const gates = new Gates<number>();
    const compute = new FakeCompute({ materialize: ({ name }, signal) => gates.wait(name, signal) });
    const running = plugin.run(product([transform("a")]), { plugins: { "floe.computes": [compute] } });
    await settled();
    const ended = vi.fn();
    const ending = plugin.shutdown().then(ended);
    await settled();
    await vi.advanceTimersByTimeAsync(999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await ending;
    expect((await running).status).toBe("cancelled");
  });

  test("healthCheck says how many runs there are", async () => {
    const gates = new Gates<number>();
    const compute = new FakeCompute({ materialize: ({ name }) => gates.wait(name) });
    expect(plugin.healthCheck()).toEqual({
      state: "healthy",
      message: "runs in this process, 0 now",
      details: { runs: 0, concurrency: 2 },
    });
    const running = plugin.run(product([transform("a")]), { plugins: { "floe.computes": [compute] } });
    await settled();
    expect(plugin.healthCheck().details).toEqual({ runs: 1, concurrency: 2 });
    gates.open("a", 1);
    await running;
    expect(plugin.healthCheck().details).toEqual({ runs: 0, concurrency: 2 });
  });

  test("createAssetsFromTransforms gives one asset per transform, dependencies first", () => {
    const assets = plugin.createAssetsFromTransforms([transform("b", ["a"]), transform("a")]);
    expect(assets.map(({ name }) => name)).toEqual(["a", "b"]);
  });

  test("scheduleJob creates and replaces what createDefinitions shows", async () => {
    await plugin.scheduleJob({ job: "sales", cron: "@daily", timezone: "UTC" });
    await plugin.scheduleJob({ job: "sales", cron: "0 6 * * *", timezone: "Europe/Berlin" });
    const { schedules, jobs } = await plugin.createDefinitions(product([transform("a")]));
    expect(schedules).toEqual([{ job: "sales", cron: "0 6 * * *", timezone: "Europe/Berlin" }]);
    expect(jobs).toEqual([{ name: "sales", assets: ["a"] }]);
  });

  test("scheduleJob refuses a bad schedule and keeps the one before", async () => {
    await plugin.scheduleJob({ job: "sales", cron: "@daily", timezone: "UTC" });
    await expect(plugin.scheduleJob({ job: "sales", cron: "no", timezone: "UTC" })).rejects.toMatchObject({
      code: "FLOE_ORCHESTRATOR_SCHEDULE",
    });
    await expect(
      plugin.scheduleJob({ job: "sales", cron: "@hourly", timezone: "UTC", signal: aborted }),
    ).rejects.toThrow("enough");
    expect((await plugin.createDefinitions(product([]))).schedules).toMatchObject([{ cron: "@daily" }]);
  });

  test("generateEntryPointCode writes the artifacts and resolves with the absolute path", async () => {
    const outputDir = await mkdtemp(path.join(tmpdir(), "floe-plugin-"));
    const file = await plugin.generateEntryPointCode({ artifacts: product([]), outputDir });
    expect(file).toBe(path.join(outputDir, "sales.artifacts.json"));
    await rm(outputDir, { recursive: true });
  });

  test("validateConnection is healthy at once and says that it runs in this process", async () => {
    expect(await plugin.validateConnection()).toEqual({
      status: "healthy",
      latencyMs: 0,
      message: "Runs in this process: there is nothing to connect to.",
      warnings: [],
      errors: [],
    });
    await expect(plugin.validateConnection({ signal: aborted })).rejects.toThrow("enough");
  });

  test("emitLineageEvent answers with the run id, and says in the log where there is no sink", async () => {
    expect(await plugin.emitLineageEvent(someEvent)).toBe(someEvent.run.runId);
    expect(logger.lines).toMatchObject([{ level: "debug", message: expect.stringContaining("no sink is configured") }]);
    expect(await new LocalOrchestratorPlugin().emitLineageEvent(someEvent)).toBe(someEvent.run.runId);
  });

  test("emitLineageEvent sends to the configured sink, without the sink's own secrets", async () => {
    using file = lineageFile();
    plugin.configure({ concurrency: 2, lineage: { type: "file", path: file.path, ...hidden } });
    plugin.startup({ signal: new AbortController().signal, logger, dependencies: new Map() });
    await plugin.emitLineageEvent({ ...someEvent, job: { namespace: "floe", name: "t0ken" } });
    expect(file.events()).toEqual([{ ...someEvent, job: { namespace: "floe", name: "[secret]" } }]);
  });

  test("run tells the configured sink, under the run's own id, and shutdown ends it", async () => {
    using file = lineageFile();
    plugin.configure({ concurrency: 2, lineage: { type: "file", path: file.path } });
    plugin.startup({ signal: new AbortController().signal, logger, dependencies: new Map() });
    const { runId } = await plugin.run(product([transform("a")]), { plugins: { "floe.computes": [new FakeCompute()] } });
    expect(file.events().map(({ eventType }) => eventType)).toEqual(["START", "START", "COMPLETE", "COMPLETE"]);
    expect(file.events()[0]?.run.runId).toBe(runId);
    await plugin.shutdown();
    await plugin.emitLineageEvent(someEvent);
    expect(file.events()).toHaveLength(4);
    expect(logger.lines).toMatchObject([{ level: "warn", message: expect.stringContaining("came after its end") }]);
  });

  test("getResourceRequirements gives the presets and names the valid sizes otherwise", () => {
    expect(plugin.getResourceRequirements("small").memoryLimit).toBe("512Mi");
    expect(() => plugin.getResourceRequirements("huge" as WorkloadSize)).toThrow(/small, medium, large/);
  });

  test("getHelmValues is empty and sensorDefinition null: there is nothing to deploy or to sense", () => {
    expect(plugin.getHelmValues()).toEqual({});
    expect(plugin.sensorDefinition()).toBeNull();
  });
});
