import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { silentLogger } from "../../../src/logger.ts";
import type { PluginContext } from "../../../src/plugin/plugin-context.ts";
import type { PluginRegistry } from "../../../src/registry/plugin-registry.ts";
import type { PluginRegistryOptions } from "../../../src/registry/registry-options.ts";
import type { ShutdownReport } from "../../../src/registry/reports.ts";
import { deferred } from "../../support/deferred.ts";
import { fakeIdentity, fakeSecrets, IDENTITY, SECRETS, type FakeBehaviour } from "../../support/fake-plugin.ts";
import { registered } from "../../support/fake-registry.ts";
import { flush, isPending } from "../../support/flush.ts";
import { publishedOn } from "../../support/published-on.ts";
import { thrownBy } from "../../support/thrown-by.ts";

beforeEach(() => {
  vi.useFakeTimers();
  // A clock that has been running: what a duration is measured from is not 0.
  vi.advanceTimersByTime(5000);
});
afterEach(() => vi.useRealTimers());

/** A registry with one active plugin, `a`, and the list of its lifecycle calls. */
async function active(
  behaviour: FakeBehaviour = {},
  options: PluginRegistryOptions = {},
): Promise<{ registry: PluginRegistry; calls: string[] }> {
  const calls: string[] = [];
  const registry = registered([fakeSecrets("a", { ...behaviour, calls })], { shutdownTimeoutMs: 100, ...options });
  await registry.activate(SECRETS, "a");
  return { registry, calls };
}

describe("shutdown of one plugin", () => {
  test("shutdown goes from active through stopping to stopped, and the call resolves when it is", async () => {
    const gate = deferred();
    const { registry } = await active({ shutdown: () => gate.promise });
    const stopped = registry.shutdown(SECRETS, "a");
    await flush();
    expect(registry.state(SECRETS, "a")).toBe("stopping");
    expect(await isPending(stopped)).toBe(true);
    gate.resolve();
    expect(await stopped).toStrictEqual({
      ok: true,
      startedAt: expect.any(String) as string,
      durationMs: 0,
      plugins: [{ key: "floe.secrets:a", state: "stopped", durationMs: 0 }],
    });
    expect(registry.state(SECRETS, "a")).toBe("stopped");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("shutdown hands the hook its signal and logger", async () => {
    let given: PluginContext | undefined;
    const { registry } = await active({ shutdown: (context) => void (given = context) });
    await registry.shutdown(SECRETS, "a");
    expect(given?.signal.aborted).toBe(false);
    expect(given?.logger.info("fine")).toBeUndefined();
  });

  test("shutdown twice calls the hook once, one after the other or at once", async () => {
    const { registry, calls } = await active();
    const [one, two] = await Promise.all([registry.shutdown(SECRETS, "a"), registry.shutdown(SECRETS, "a")]);
    expect([one.ok, two.ok]).toStrictEqual([true, true]);
    expect((await registry.shutdown(SECRETS, "a")).plugins).toStrictEqual([]);
    expect(calls).toStrictEqual(["start a", "stop a"]);
  });

  test("shutdown of what was never started calls nothing", async () => {
    const calls: string[] = [];
    const registry = registered([fakeSecrets("a", { calls })]);
    expect((await registry.shutdown(SECRETS, "a")).plugins).toStrictEqual([]);
    expect(calls).toStrictEqual([]);
    expect(registry.state(SECRETS, "a")).toBe("loaded");
  });

  test("shutdown of an unknown plugin rejects", async () => {
    const error = await thrownBy(() => registered([]).shutdown(SECRETS, "a"));
    expect(error.message).toBe("Cannot stop plugin floe.secrets:a: none is known");
  });

  test.each([
    ["at once", () => { throw new Error("socket stuck"); }],
    ["later", () => Promise.reject(new Error("socket stuck"))],
  ])("shutdown reports a hook that throws %s, and logs it", async (_, shutdown) => {
    const warn = vi.fn();
    const { registry } = await active({ shutdown }, { logger: { ...silentLogger, warn } });
    const report = await registry.shutdown(SECRETS, "a");
    expect(report.ok).toBe(false);
    expect(report.plugins).toMatchObject([
      {
        key: "floe.secrets:a",
        state: "failed",
        error: {
          code: "FLOE_PLUGIN_SHUTDOWN",
          message: "Cannot stop plugin floe.secrets:a: socket stuck",
          cause: { message: "socket stuck" },
        },
      },
    ]);
    expect(warn).toHaveBeenCalledWith(report.plugins[0]?.error?.message, {
      key: "floe.secrets:a",
      code: "FLOE_PLUGIN_SHUTDOWN",
    });
  });

  test("shutdown frees its caller at the limit and aborts the hook's signal with the reported error", async () => {
    const signals: AbortSignal[] = [];
    const { registry } = await active({
      shutdown: ({ signal }) => {
        signals.push(signal);
        return new Promise(() => undefined);
      },
    });
    const stopped = registry.shutdown(SECRETS, "a");
    await vi.advanceTimersByTimeAsync(99);
    expect(await isPending(stopped)).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    const { plugins } = await stopped;
    expect(plugins).toMatchObject([{ state: "failed", error: { code: "FLOE_PLUGIN_TIMEOUT", hook: "shutdown", limitMs: 100 } }]);
    expect(signals[0]?.reason).toMatchObject({ code: "FLOE_PLUGIN_TIMEOUT", limitMs: 100 });
  });

  test("shutdown's own limit holds instead of the registry's", async () => {
    const { registry } = await active({ shutdown: () => new Promise(() => undefined) });
    const stopped = registry.shutdown(SECRETS, "a", { timeoutMs: 10 });
    await vi.advanceTimersByTimeAsync(10);
    expect((await stopped).plugins).toMatchObject([{ error: { limitMs: 10 } }]);
  });

  test("shutdown that overran is not called again, and the next start waits for its end", async () => {
    const gate = deferred();
    const shutdown = vi.fn().mockReturnValueOnce(gate.promise).mockReturnValue(undefined);
    const { registry, calls } = await active({ shutdown });
    const stopped = registry.shutdown(SECRETS, "a");
    await vi.advanceTimersByTimeAsync(100);
    await stopped;
    expect((await registry.shutdownAll()).plugins).toStrictEqual([]);
    const again = registry.activate(SECRETS, "a");
    expect(await isPending(again)).toBe(true);
    gate.reject(new Error("late"));
    await again;
    expect(calls).toStrictEqual(["start a", "stop a", "start a"]);
  });

  test("shutdown and start can take turns", async () => {
    const { registry, calls } = await active();
    await registry.shutdown(SECRETS, "a");
    await registry.activate(SECRETS, "a");
    await registry.shutdown(SECRETS, "a");
    expect(calls).toStrictEqual(["start a", "stop a", "start a", "stop a"]);
  });

  test("shutdown publishes floe.stop once per hook, with the error of one that failed", async () => {
    const [fine, broken] = [await active(), await active({ shutdown: () => Promise.reject(new Error("no")) })];
    let report: ShutdownReport | undefined;
    const events = await publishedOn("floe.stop", async () => {
      await fine.registry.shutdownAll();
      report = await broken.registry.shutdownAll();
    });
    expect(events).toStrictEqual([
      { key: "floe.secrets:a", durationMs: 0 },
      { key: "floe.secrets:a", durationMs: 0, error: report?.plugins[0]?.error },
    ]);
  });
});

describe("shutdown while starting", () => {
  test("shutdown is not skipped when a start that cannot be is asked for in the same turn", async () => {
    const calls: string[] = [];
    const registry = registered([fakeSecrets("dep", { calls }), fakeSecrets("a", { calls, dependencies: ["dep"] })]);
    await registry.activate(SECRETS, "a");
    registry.register(IDENTITY, fakeIdentity("dep"));
    const stopped = registry.shutdown(SECRETS, "a");
    await expect(registry.activate(SECRETS, "a")).rejects.toMatchObject({ code: "FLOE_PLUGIN_MISSING_DEPENDENCY" });
    expect((await stopped).plugins).toMatchObject([{ key: "floe.secrets:a", state: "stopped" }]);
    await registry.shutdownAll();
    expect(calls).toStrictEqual(["start dep", "start a", "stop a", "stop dep"]);
  });

  test("shutdown while starting gives up the start and calls shutdown exactly once, when the hook honours its signal", async () => {
    const calls: string[] = [];
    const startup = ({ signal }: PluginContext): Promise<never> =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error)));
    const gate = deferred();
    const registry = registered([fakeSecrets("a", { calls, startup, shutdown: () => gate.promise })]);
    const failed = thrownBy(() => registry.activate(SECRETS, "a"));
    await flush();
    const stopped = registry.shutdown(SECRETS, "a");
    expect(await isPending(stopped)).toBe(true);
    gate.resolve();
    expect(await stopped).toMatchObject({ ok: true, plugins: [{ key: "floe.secrets:a", state: "stopped" }] });
    expect(await failed).toMatchObject({
      code: "FLOE_PLUGIN_STARTUP",
      message: "Cannot start plugin floe.secrets:a: it was shut down before it was up",
      hint: "Activate it again if it is still wanted.",
    });
    await flush();
    expect(calls).toStrictEqual(["start a", "stop a"]);
    expect(registry.state(SECRETS, "a")).toBe("stopped");
  });

  test.each(["resolves", "rejects"])("shutdown while starting calls shutdown at once and only once when the hook %s later", async (how) => {
    const calls: string[] = [];
    const gate = deferred();
    const registry = registered([fakeSecrets("a", { calls, startup: () => gate.promise })]);
    const failed = thrownBy(() => registry.activate(SECRETS, "a"));
    await flush();
    await registry.shutdown(SECRETS, "a");
    expect(calls).toStrictEqual(["start a", "stop a"]);
    if (how === "resolves") gate.resolve();
    else gate.reject(new Error("late"));
    await flush();
    expect((await failed).code).toBe("FLOE_PLUGIN_STARTUP");
    expect(calls).toStrictEqual(["start a", "stop a"]);
    expect(registry.state(SECRETS, "a")).toBe("stopped");
  });

  test("shutdown before the hook is called keeps it from being called", async () => {
    const calls: string[] = [];
    const registry = registered([fakeSecrets("a", { calls })]);
    const failed = thrownBy(() => registry.activate(SECRETS, "a"));
    await registry.shutdown(SECRETS, "a");
    await failed;
    expect(calls).toStrictEqual([]);
    expect(registry.state(SECRETS, "a")).toBe("loaded");
  });

  test("shutdown during the clean-up of a failed start waits for it and calls nothing more", async () => {
    const calls: string[] = [];
    const gate = deferred();
    const startup = (): Promise<never> => Promise.reject(new Error("no"));
    const registry = registered([fakeSecrets("a", { calls, startup, shutdown: () => gate.promise })]);
    const failed = thrownBy(() => registry.activate(SECRETS, "a"));
    await flush();
    const stopped = registry.shutdown(SECRETS, "a");
    expect(await isPending(stopped)).toBe(true);
    gate.resolve();
    expect((await stopped).ok).toBe(true);
    expect((await failed).message).toContain("no");
    expect(calls).toStrictEqual(["start a", "stop a"]);
  });

  test("shutdown gives up a start that waits for the end of an earlier stop", async () => {
    const gate = deferred();
    const { registry, calls } = await active({ shutdown: () => gate.promise });
    const first = registry.shutdown(SECRETS, "a");
    await flush();
    const failed = thrownBy(() => registry.activate(SECRETS, "a"));
    await flush();
    const second = registry.shutdown(SECRETS, "a");
    gate.resolve();
    await Promise.all([first, second]);
    expect((await failed).message).toContain("it was shut down before it was up");
    expect(calls).toStrictEqual(["start a", "stop a"]);
    expect(registry.state(SECRETS, "a")).toBe("stopped");
  });

  test("shutdown called by the hook that it waits for ends at the limit instead of never", async () => {
    const { registry, calls } = await active({ shutdown: () => registry.shutdownAll() });
    const stopped = registry.shutdownAll();
    await vi.advanceTimersByTimeAsync(100);
    expect((await stopped).plugins).toMatchObject([{ error: { code: "FLOE_PLUGIN_TIMEOUT" } }]);
    expect(calls).toStrictEqual(["start a", "stop a"]);
  });
});
