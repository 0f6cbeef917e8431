import { readFileSync } from "node:fs";
import path from "node:path";
import type { RunResult } from "floe-core";
import { loadPlatform, PlatformStartError, type Platform } from "floe-platform";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { runCommand } from "../../../src/commands/run-command.ts";
import { contextOf } from "../../support/context.ts";
import { events, failed, halfStarted, health, plugins, shutdown, startup, succeeded } from "../../support/results.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

vi.mock("floe-platform", { spy: true });

const all = { file: "floe.yaml", select: undefined, report: undefined };

/** A platform that does what it is told and writes down what was asked of it. */
function fakePlatform(overrides: Partial<Record<keyof Platform, unknown>> = {}): string[] {
  const calls: string[] = [];
  const platform = {
    name: "flights",
    file: undefined,
    plugins,
    redact: (text: string) => text,
    select: () => void calls.push("select"),
    start: async () => (calls.push("start"), startup),
    pendingStarts: [],
    health: async () => (calls.push("health"), health),
    run: async ({ onEvent }: Parameters<Platform["run"]>[0] = {}) => {
      calls.push("run");
      for (const event of events) onEvent?.(event);
      return succeeded;
    },
    stop: async () => (calls.push("stop"), shutdown),
    compile: () => ({ hash: "abc" }),
    ...overrides,
  };
  vi.mocked(loadPlatform).mockResolvedValue(platform as unknown as Platform);
  return calls;
}

beforeEach(() => {
  vi.resetAllMocks();
});

describe("runCommand", () => {
  test("runCommand starts, probes, runs and stops the product, and prints it all", async () => {
    const calls = fakePlatform();
    const context = contextOf();
    expect(await runCommand(all, context)).toBe(0);
    expect(calls).toEqual(["select", "start", "health", "run", "stop"]);
    const text = context.host.out();
    for (const part of ["flights floe.yaml", "floe-duckdb-compute", "HEALTH", "DuckDB 1.5", "3,000,000", "Run succeeded: 2 steps"]) {
      expect(text).toContain(part);
    }
    expect(context.host.err()).toContain("staged finished");
    expect(context.host.err()).toContain("stopped floe.orchestrators:local, floe.computes:duckdb");
  });

  test("runCommand passes folder, environment, selection and signal on", async () => {
    fakePlatform();
    const run = vi.fn(async () => succeeded);
    fakePlatform({ run });
    const context = contextOf();
    await runCommand({ ...all, file: "x.yaml", select: ["a"] }, context);
    expect(vi.mocked(loadPlatform).mock.calls[0]).toEqual([
      "x.yaml",
      { cwd: context.options.cwd, env: context.host.env, logger: context.logger, signal: context.signal },
    ]);
    expect(run).toHaveBeenCalledWith(expect.objectContaining({ select: ["a"], signal: context.signal }));
  });

  test("runCommand prints the table only when quiet, and one JSON document with --json", async () => {
    fakePlatform();
    const quiet = contextOf({ quiet: true });
    await runCommand(all, quiet);
    expect(quiet.host.out()).toMatch(/^STEP/);
    expect(quiet.host.err()).toBe("");
    const json = contextOf({ json: true });
    await runCommand(all, json);
    expect(JSON.parse(json.host.out())).toMatchObject({
      version: "1.0",
      command: "run",
      ok: true,
      product: { name: "flights", file: "floe.yaml", hash: "abc" },
      run: { runId: "run-1" },
    });
  });

  test.each<[RunResult["status"], RunResult]>([
    ["failed", failed],
    ["cancelled", { ...failed, status: "cancelled" }],
  ])("runCommand ends a %s run with 1 and says why steps failed", async (status, run) => {
    const calls = fakePlatform({ run: async () => run });
    const context = contextOf();
    expect(await runCommand(all, context)).toBe(1);
    expect(context.host.out()).toContain(`Run ${status}`);
    expect(context.host.err()).toContain("daily: Cannot make daily: no such column\n  Look at line 3.");
    expect(calls.at(-1)).toBe("stop");
  });

  test.each(["start", "health", "run"] as const)("runCommand stops the plugins when %s fails, and passes the failure on", async (step) => {
    const calls = fakePlatform({ [step]: () => Promise.reject(new Error("boom")) });
    await expect(runCommand(all, contextOf())).rejects.toThrow("boom");
    expect(calls.at(-1)).toBe("stop");
  });

  test("runCommand starts nothing for a selection that is wrong", async () => {
    const calls = fakePlatform({
      select: () => {
        throw new Error("no such transform");
      },
    });
    await expect(runCommand(all, contextOf())).rejects.toThrow("no such transform");
    expect(calls).toEqual([]);
  });

  test("runCommand goes on without an optional plugin that did not start, and says so", async () => {
    fakePlatform({ start: async () => halfStarted });
    const context = contextOf();
    expect(await runCommand(all, context)).toBe(0);
    expect(context.host.err()).toContain("error: Cannot start it: port taken\n  Free it.\ngoing on without what is optional");
    const json = contextOf({ json: true });
    await runCommand(all, json);
    expect(JSON.parse(json.host.out())).toMatchObject({ ok: true, startup: { ok: false } });
  });

  test("runCommand writes how the plugins started, whether they did or not", async () => {
    const cwd = temporaryFolder();
    const read = (): unknown => JSON.parse(readFileSync(path.join(cwd, "start.json"), "utf8"));
    fakePlatform();
    await runCommand({ ...all, report: "start.json" }, contextOf({ cwd }));
    expect(read()).toEqual({ version: "1.0", command: "run", ok: true, startup });
    const error = new PlatformStartError(halfStarted);
    fakePlatform({ start: () => Promise.reject(error) });
    await expect(runCommand({ ...all, report: "start.json" }, contextOf({ cwd }))).rejects.toBe(error);
    expect(read()).toEqual({ version: "1.0", command: "run", ok: false, startup: halfStarted });
  });

  test("runCommand runs nothing where the report cannot be written", async () => {
    const calls = fakePlatform();
    const cwd = temporaryFolder();
    await expect(runCommand({ ...all, report: "nowhere/start.json" }, contextOf({ cwd }))).rejects.toThrow("start.json: ENOENT");
    expect(calls).toEqual(["select"]);
    await expect(runCommand({ ...all, report: "." }, contextOf({ cwd }))).rejects.toThrow("Cannot write ");
    expect(calls).toEqual(["select", "select", "start", "stop"]);
  });

  test("runCommand keeps why the plugins did not start where the report cannot be written either", async () => {
    const error = new PlatformStartError(halfStarted);
    fakePlatform({ start: () => Promise.reject(error) });
    const context = contextOf({ cwd: temporaryFolder() });
    await expect(runCommand({ ...all, report: "." }, context)).rejects.toBe(error);
    expect(context.host.err()).toMatch(/^error: There is no report of the start error=Cannot write /m);
  });

  test("runCommand stops the plugins as soon as the signal is aborted, although the run takes no notice of it", async () => {
    const controller = new AbortController();
    const reason = new Error("interrupted");
    const calls = fakePlatform({
      run: () => {
        controller.abort(reason);
        return new Promise(() => {});
      },
    });
    await expect(runCommand(all, contextOf({}, controller.signal))).rejects.toBe(reason);
    expect(calls).toEqual(["select", "start", "health", "stop"]);
  });

  test("runCommand warns of plugins that did not stop well and keeps the result", async () => {
    const error = { name: "PluginShutdownError", code: "FLOE_PLUGIN_SHUTDOWN", message: "Cannot stop it", hint: "" };
    const [first, second] = shutdown.plugins;
    fakePlatform({ stop: async () => ({ ...shutdown, ok: false, plugins: [{ ...first, error }, second] }) });
    const context = contextOf();
    expect(await runCommand(all, context)).toBe(0);
    expect(context.host.err()).toContain("warn: Cannot stop it plugin=floe.orchestrators:local");
    expect(context.host.err()).toContain("stopped floe.computes:duckdb\n");
  });

  test("runCommand says nothing of stopping where nothing was started", async () => {
    fakePlatform({ stop: async () => ({ ...shutdown, plugins: [] }) });
    const context = contextOf();
    await runCommand(all, context);
    expect(context.host.err()).not.toContain("stopped");
  });
});
