import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { PluginRegistry, PluginType, type ComputeSession, type RunEvent, type RunOptions } from "floe-core";
import { describe, expect, test } from "vitest";
import { loadPlatform } from "../../../src/platform/load-platform.ts";
import { PlatformStartError } from "../../../src/platform/platform-start-error.ts";
import type { Platform } from "../../../src/platform/platform.ts";
import { FakeCompute, FakeOrchestrator, fakeRegistry, succeed, type FakeRun, type Journal } from "../../support/fake-plugins.ts";
import { FakeSecrets } from "../../support/fake-secrets.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const product = {
  name: "flights",
  plugins: { compute: "duckdb" },
  transforms: [
    { name: "raw", sql: "SELECT 1" },
    { name: "daily", sql: "SELECT * FROM raw" },
  ],
};

class Broken extends FakeCompute {
  override startup(): Promise<void> {
    return Promise.reject(new Error("port taken"));
  }
}

async function load(options: Parameters<typeof fakeRegistry>[0] = {}): Promise<{ platform: Platform; cwd: string }> {
  const cwd = temporaryFolder();
  return { cwd, platform: await loadPlatform(product, { cwd, registry: fakeRegistry({ cwd, ...options }) }) };
}

/** Runs until it is aborted, then answers that it was cancelled. */
const untilAborted: FakeRun = (artifacts, options) =>
  new Promise((resolve) => {
    options.signal?.addEventListener("abort", () => {
      void succeed(artifacts, options).then((result) => resolve({ ...result, status: "cancelled" }));
    });
  });

function withResolver(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: () => resolve() };
}

describe("LoadedPlatform", () => {
  test("plugins, name and select tell what is in the product", async () => {
    const { platform } = await load();
    expect(platform.name).toBe("flights");
    expect(platform.plugins.map(({ key, version, state }) => [key, version, state])).toEqual([
      ["floe.computes:duckdb", "1.2.3", "loaded"],
      ["floe.orchestrators:local", "2.0.0", "loaded"],
    ]);
    expect(platform.select()).toEqual(["raw", "daily"]);
    expect(() => platform.select(["dail"])).toThrow('Cannot select transforms dail');
  });

  test("run starts the plugins, runs, leaves a record and gives the result; stop stops them", async () => {
    const journal: Journal = [];
    let given: RunOptions | undefined;
    const { platform, cwd } = await load({
      journal,
      run: (artifacts, options) => {
        given = options;
        return succeed(artifacts, options);
      },
    });
    const events: RunEvent[] = [];
    const result = await platform.run({ select: ["daily"], onEvent: (event) => events.push(event) });
    expect(result).toMatchObject({ runId: "run-1", status: "succeeded", steps: [{ name: "daily" }] });
    expect(events.map(({ type }) => type)).toEqual(["run-started", "run-finished"]);
    expect(given?.select).toEqual(["daily"]);
    expect(Object.entries(given?.plugins ?? {}).map(([group, plugins]) => [group, plugins?.map(({ name }) => name)])).toEqual([
      ["floe.computes", ["duckdb"]],
      ["floe.orchestrators", ["local"]],
    ]);
    const record = readFileSync(path.join(cwd, ".floe/runs/run-1.jsonl"), "utf8").trimEnd().split("\n");
    expect(record.map((line) => (JSON.parse(line) as { type: string }).type)).toEqual([
      "run",
      "run-started",
      "run-finished",
      "result",
    ]);
    expect((await platform.stop()).ok).toBe(true);
    expect(journal.slice(0, 2).sort()).toEqual(["duckdb:startup", "local:startup"]);
    expect(journal[2]).toBe("local:run");
    expect(journal.slice(3)).toEqual(journal.slice(0, 2).reverse().map((entry) => entry.replace("startup", "shutdown")));
  });

  test("run refuses unknown transforms before anything is started", async () => {
    const journal: Journal = [];
    const { platform, cwd } = await load({ journal });
    await expect(platform.run({ select: ["dayly"] })).rejects.toMatchObject({ code: "FLOE_TRANSFORM_NOT_FOUND", nearest: "daily" });
    expect(journal).toEqual([]);
    expect(existsSync(path.join(cwd, ".floe"))).toBe(false);
  });

  test("run passes on what the orchestrator rejects with", async () => {
    const { platform } = await load({ run: () => Promise.reject(new Error("engine gone")) });
    await expect(platform.run()).rejects.toThrow("engine gone");
    await platform.stop();
  });

  test("writeEntryPoint starts the orchestrator alone and has it write", async () => {
    const journal: Journal = [];
    const { platform, cwd } = await load({ journal });
    const file = await platform.writeEntryPoint(path.join(cwd, "out"));
    expect(file).toBe(path.join(cwd, "out", "entry.json"));
    expect(journal).toEqual(["local:startup"]);
    await platform.stop();
    expect(journal).toEqual(["local:startup", "local:shutdown"]);
  });

  test("run without transforms says so", async () => {
    const platform = await loadPlatform({ name: "bare", plugins: {} }, { cwd: temporaryFolder(), registry: fakeRegistry() });
    await expect(platform.run()).rejects.toMatchObject({ code: "FLOE_PLATFORM_NOTHING_TO_RUN" });
  });

  test("start stops what it started when a plugin fails, and says which", async () => {
    const journal: Journal = [];
    const { platform } = await load({ journal, compute: new Broken(journal) });
    const error: unknown = await platform.start().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PlatformStartError);
    expect((error as PlatformStartError).message).toContain("port taken");
    expect(journal).toContain("local:shutdown");
    expect(platform.plugins.map(({ state }) => state)).toEqual(["failed", "stopped"]);
  });

  test("start leaves the rest up where plugins are optional", async () => {
    const { platform } = await load({ compute: new Broken() });
    const report = await platform.start({ policy: "optional" });
    expect(report.ok).toBe(false);
    expect(platform.plugins.map(({ state }) => state)).toEqual(["failed", "active"]);
    const health = await platform.health();
    expect(health.plugins.map(({ key, status }) => [key, status.state])).toEqual([
      ["floe.computes:duckdb", "unhealthy"],
      ["floe.orchestrators:local", "healthy"],
    ]);
    await platform.stop();
  });

  test("start gives up with its signal", async () => {
    const reason = new Error("enough");
    const { platform } = await load();
    await expect(platform.start({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  test("start is idempotent, and possible again after a stop", async () => {
    const journal: Journal = [];
    const { platform } = await load({ journal });
    await platform.start();
    await platform.start();
    expect(journal).toHaveLength(2);
    await platform.stop();
    expect((await platform.start()).ok).toBe(true);
    expect(journal).toHaveLength(6);
    await platform.stop();
  });

  test("health is about the product's own plugins", async () => {
    const registry = fakeRegistry();
    class Spare extends FakeCompute {
      override readonly name = "spare";
    }
    registry.register(PluginType.COMPUTE, new Spare());
    const platform = await loadPlatform(product, { cwd: temporaryFolder(), registry });
    await platform.start();
    const { ok, plugins } = await platform.health();
    expect(ok).toBe(true);
    expect(plugins.map(({ key }) => key)).toEqual(["floe.computes:duckdb", "floe.orchestrators:local"]);
    await platform.stop();
  });

  test("stop aborts what runs and waits for it before it stops the plugins", async () => {
    const journal: Journal = [];
    const begun = withResolver();
    const { platform } = await load({
      journal,
      run: (artifacts, options) => {
        begun.resolve();
        return untilAborted(artifacts, options);
      },
    });
    const running = platform.run();
    await begun.promise;
    const [first, second] = await Promise.all([platform.stop(), platform.stop()]);
    expect(second).toBe(first);
    expect((await running).status).toBe("cancelled");
    expect(journal.filter((entry) => entry.endsWith(":shutdown"))).toHaveLength(2);
  });

  test("stop stops a start that began before it, and one that began after it", async () => {
    const { platform } = await load();
    const early = platform.start().catch((error: unknown) => String(error));
    const stopped = platform.stop();
    const late = platform.start().catch((error: unknown) => String(error));
    await Promise.all([stopped, platform.stop()]);
    expect(await early).toContain("The platform is stopping.");
    expect(await late).toContain("The platform is stopping.");
    expect(platform.plugins.map(({ state }) => state)).not.toContain("active");
  });

  test("redact masks what was read, and nothing before", async () => {
    const registry = fakeRegistry();
    registry.register(PluginType.SECRETS, new FakeSecrets({ password: "hunter2" }));
    const plugins = { secrets: "vault", compute: { type: "duckdb", config: { path: "${secret:password}" } } };
    const platform = await loadPlatform({ ...product, plugins }, { cwd: temporaryFolder(), registry });
    expect(platform.redact("hunter2")).toBe("hunter2");
    await platform.start();
    expect(platform.redact("hunter2")).toBe("[secret]");
    await platform.stop();
  });

  test("stop gives up a run whose plugins are still starting", async () => {
    const journal: Journal = [];
    const { platform } = await load({ journal });
    const outcome = expect(platform.run()).rejects.toThrow("The platform is stopping.");
    await platform.stop();
    await outcome;
    expect(journal).not.toContain("local:run");
  });

  test("stop goes on where a run does not give up, and warns", async () => {
    const cwd = temporaryFolder();
    const warnings: string[] = [];
    const silent = (): void => {};
    const logger = { debug: silent, info: silent, warn: (message: string) => warnings.push(message), error: silent };
    const begun = withResolver();
    const registry = new PluginRegistry({ sources: [] });
    registry.register(PluginType.COMPUTE, new FakeCompute());
    const stuck: FakeRun = () => {
      begun.resolve();
      return new Promise(() => {});
    };
    registry.register(PluginType.ORCHESTRATOR, new FakeOrchestrator([], stuck));
    const platform = await loadPlatform(product, { cwd, registry, logger });
    void platform.run();
    await begun.promise;
    expect((await platform.stop({ timeoutMs: 1 })).ok).toBe(true);
    expect(warnings).toEqual(["Stopping the plugins although something has not given up"]);
  });

  test("run masks secrets in events, in the result, in the record and in what it throws", async () => {
    const cwd = temporaryFolder();
    const leaky: FakeRun = async (artifacts, options) => {
      const at = "2026-01-01T00:00:00.000Z";
      expect(options.redact?.("hunter2")).toBe("[secret]");
      const error = { code: "X", message: "cannot log in with hunter2" };
      options.onEvent?.({ type: "step-failed", runId: "run-1", at, step: "raw", durationMs: 1, error });
      const result = await succeed(artifacts, { ...options, onEvent: undefined });
      return { ...result, status: "failed", steps: [{ name: "raw", status: "failed", durationMs: 1, error }] };
    };
    let run = leaky;
    const registry = fakeRegistry({ cwd, run: (artifacts, options) => run(artifacts, options) });
    registry.register(PluginType.SECRETS, new FakeSecrets({ password: "hunter2" }));
    const plugins = { secrets: "vault", compute: { type: "duckdb", config: { path: "${secret:password}" } } };
    const platform = await loadPlatform({ ...product, plugins }, { cwd, registry });
    expect(JSON.stringify(platform.compile())).toContain("${secret:password}");
    const events: RunEvent[] = [];
    const result = await platform.run({ onEvent: (event) => events.push(event) });
    const texts = [JSON.stringify(result), JSON.stringify(events), readFileSync(path.join(cwd, ".floe/runs/run-1.jsonl"), "utf8")];
    for (const text of texts) {
      expect(text).toContain("cannot log in with [secret]");
      expect(text).not.toContain("hunter2");
    }
    run = () => Promise.reject(new Error("gone with hunter2"));
    await expect(platform.run()).rejects.toThrow("gone with [secret]");
    await platform.stop();
  });

  test("run hands the orchestrator no optional plugin that is down", async () => {
    let given: RunOptions | undefined;
    const cwd = temporaryFolder();
    const registry = fakeRegistry({ cwd, compute: new Broken(), run: (artifacts, options) => succeed(artifacts, (given = options)) });
    const plugins = { compute: { type: "duckdb", policy: "optional" as const } };
    const platform = await loadPlatform({ ...product, plugins }, { cwd, registry });
    expect((await platform.run()).status).toBe("succeeded");
    expect(Object.keys(given?.plugins ?? {})).toEqual(["floe.orchestrators"]);
    await platform.stop();
  });

  test("step makes one transform with its compute alone", async () => {
    const journal: Journal = [];
    const made: string[] = [];
    const session: ComputeSession = {
      execute: async () => {},
      query: async () => [],
      stream: async function* () {},
      materialize: async ({ name }) => {
        made.push(name);
        return { rows: 3, columns: [] };
      },
      close: async () => {},
    };
    const { platform } = await load({ journal, compute: Object.assign(new FakeCompute(journal), { openSession: async () => session }) });
    expect(await platform.step("daily")).toMatchObject({ step: { name: "daily", status: "succeeded", rows: 3 } });
    expect(made).toEqual(["daily"]);
    expect(journal).toEqual(["duckdb:startup"]);
    await expect(platform.step("dail")).rejects.toMatchObject({ code: "FLOE_TRANSFORM_NOT_FOUND", nearest: "daily" });
    await expect(platform.step("+daily")).rejects.toMatchObject({ code: "FLOE_TRANSFORM_NOT_FOUND" });
    await platform.stop();
  });

  test("graph is about the product's own plugins", async () => {
    const { platform } = await load();
    expect(platform.graph().resolution.order).toEqual(["floe.computes:duckdb", "floe.orchestrators:local"]);
    expect(platform.pendingStarts).toEqual([]);
  });

  test("stop before any start finds nothing to do, and await using calls it", async () => {
    const journal: Journal = [];
    const { platform } = await load({ journal });
    expect((await platform.stop()).plugins).toEqual([]);
    {
      await using used = platform;
      await used.start();
    }
    expect(journal.filter((entry) => entry.endsWith(":shutdown"))).toHaveLength(2);
  });
});
