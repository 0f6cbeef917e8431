import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { deferred } from "../../support/deferred.ts";
import { fakeSecrets, SECRETS } from "../../support/fake-plugin.ts";
import { registered } from "../../support/fake-registry.ts";
import { flush } from "../../support/flush.ts";

beforeEach(() => {
  vi.useFakeTimers();
  // A clock that has been running: what a duration is measured from is not 0.
  vi.advanceTimersByTime(5000);
});
afterEach(() => vi.useRealTimers());

const as = (state: string) => () => ({ state });

describe("healthCheckAll", () => {
  test("healthCheckAll of nothing, or of nothing that runs, is healthy and ok", async () => {
    expect(await registered([]).healthCheckAll()).toMatchObject({ ok: true, overall: "healthy", plugins: [] });
    const report = await registered([fakeSecrets("a")]).healthCheckAll();
    expect(report).toMatchObject({ ok: true, overall: "healthy" });
    expect(report.plugins).toMatchObject([{ state: "loaded", status: { state: "unhealthy" } }]);
  });

  test("healthCheckAll reports every plugin by key, as plain JSON", async () => {
    const registry = registered([fakeSecrets("b"), fakeSecrets("a")]);
    await registry.activateAll();
    const report = await registry.healthCheckAll();
    const status = { state: "healthy", message: "", details: {} };
    expect(report).toStrictEqual({
      ok: true,
      startedAt: expect.any(String) as string,
      durationMs: 0,
      plugins: [
        { key: "floe.secrets:a", state: "active", durationMs: 0, status },
        { key: "floe.secrets:b", state: "active", durationMs: 0, status },
      ],
      overall: "healthy",
    });
    expect(JSON.parse(JSON.stringify(report))).toStrictEqual(report);
  });

  test("healthCheckAll checks in parallel, each within its own limit", async () => {
    const never = (): Promise<never> => new Promise(() => undefined);
    const registry = registered(
      [fakeSecrets("a", { healthCheck: never }), fakeSecrets("b", { healthCheck: never }), fakeSecrets("c")],
      { healthTimeoutMs: { default: 100, "floe.secrets:b": 30 } },
    );
    await registry.activateAll();
    const checked = registry.healthCheckAll();
    await vi.advanceTimersByTimeAsync(100);
    const report = await checked;
    expect(report.durationMs).toBe(100);
    expect(report.plugins.map(({ durationMs }) => durationMs)).toStrictEqual([100, 30, 0]);
    expect(report.plugins.map(({ status }) => status.state)).toStrictEqual(["unhealthy", "unhealthy", "healthy"]);
  });

  test("healthCheckAll passes its limit and signal on", async () => {
    const controller = new AbortController();
    const registry = registered([fakeSecrets("a", { healthCheck: () => new Promise(() => undefined) })]);
    await registry.activateAll();
    const limited = registry.healthCheckAll({ timeoutMs: 10 });
    await vi.advanceTimersByTimeAsync(10);
    expect((await limited).plugins).toMatchObject([{ status: { details: { reason: "timeout", limitMs: 10 } } }]);
    const aborted = registry.healthCheckAll({ signal: controller.signal });
    await flush();
    controller.abort();
    expect((await aborted).plugins).toMatchObject([{ status: { details: { reason: "aborted" } } }]);
  });

  test.each([
    [["healthy", "healthy"], "healthy"],
    [["healthy", "degraded"], "degraded"],
    [["unhealthy", "degraded"], "unhealthy"],
    [["degraded", "healthy"], "degraded"],
  ])("healthCheckAll of %j is %s overall", async ([a = "", b = ""], overall) => {
    const registry = registered([fakeSecrets("a", { healthCheck: as(a) }), fakeSecrets("b", { healthCheck: as(b) })]);
    await registry.activateAll();
    expect(await registry.healthCheckAll()).toMatchObject({ overall, ok: overall === "healthy" });
  });

  test("healthCheckAll counts the failed and the blocked, with their errors, and not the stopped", async () => {
    const registry = registered([
      fakeSecrets("bad", { startup: () => Promise.reject(new Error("no")) }),
      fakeSecrets("top", { dependencies: ["bad"] }),
      fakeSecrets("stopped"),
    ]);
    await registry.activateAll();
    await registry.shutdown(SECRETS, "stopped");
    const report = await registry.healthCheckAll();
    expect(report).toMatchObject({ ok: false, overall: "unhealthy" });
    expect(report.plugins.map(({ key, error, blockedBy, rootCause }) => [key, error?.code, blockedBy, rootCause])).toStrictEqual([
      ["floe.secrets:bad", "FLOE_PLUGIN_STARTUP", undefined, undefined],
      ["floe.secrets:stopped", undefined, undefined, undefined],
      ["floe.secrets:top", "FLOE_PLUGIN_BLOCKED", "floe.secrets:bad", "floe.secrets:bad"],
    ]);
    await registry.unregister(SECRETS, "top");
    expect((await registry.healthCheckAll()).overall).toBe("unhealthy");
    const stopped = registered([fakeSecrets("a")]);
    await stopped.activateAll();
    await stopped.shutdownAll();
    expect((await stopped.healthCheckAll()).overall).toBe("healthy");
  });

  test("healthCheckAll counts what is blocked although what blocked it is up by now", async () => {
    const startup = vi.fn().mockRejectedValueOnce(new Error("no")).mockReturnValue(undefined);
    const registry = registered([fakeSecrets("base", { startup }), fakeSecrets("top", { dependencies: ["base"] })]);
    await registry.activateAll();
    await registry.activate(SECRETS, "base");
    const report = await registry.healthCheckAll();
    expect(report.plugins.map(({ state }) => state)).toStrictEqual(["active", "blocked"]);
    expect(report).toMatchObject({ ok: false, overall: "unhealthy" });
  });

  test("healthCheckAll does not call blocked what is being started again", async () => {
    const startup = vi.fn().mockRejectedValueOnce(new Error("no")).mockReturnValue(undefined);
    const gate = deferred();
    const top = fakeSecrets("top", { dependencies: ["base"], startup: () => gate.promise });
    const registry = registered([fakeSecrets("base", { startup }), top]);
    await registry.activateAll();
    const again = registry.activateAll();
    await flush();
    const report = await registry.healthCheckAll();
    expect(report.plugins[1]).toMatchObject({ key: "floe.secrets:top", state: "starting" });
    expect(report.plugins[1]).not.toHaveProperty("blockedBy");
    gate.resolve();
    expect((await again).ok).toBe(true);
  });

  test("healthCheckAll follows what ails down to the root", async () => {
    const registry = registered([
      fakeSecrets("top", { dependencies: ["fine", "middle"], healthCheck: as("degraded") }),
      fakeSecrets("middle", { dependencies: ["root"], healthCheck: as("unhealthy") }),
      fakeSecrets("root", { healthCheck: as("degraded") }),
      fakeSecrets("fine", { dependencies: ["root"] }),
    ]);
    await registry.activateAll();
    const { plugins } = await registry.healthCheckAll();
    expect(plugins.map(({ key, rootCause }) => [key, rootCause])).toStrictEqual([
      ["floe.secrets:fine", undefined],
      ["floe.secrets:middle", "floe.secrets:root"],
      ["floe.secrets:root", undefined],
      ["floe.secrets:top", "floe.secrets:root"],
    ]);
  });

  test("healthCheckAll does not blame a healthy dependency", async () => {
    const registry = registered([
      fakeSecrets("base"),
      fakeSecrets("top", { dependencies: ["base"], healthCheck: as("unhealthy") }),
    ]);
    await registry.activateAll();
    expect((await registry.healthCheckAll()).plugins[1]).not.toHaveProperty("rootCause");
  });

  test("healthCheckAll does not blame a dependency that came after it began", async () => {
    const gate = deferred<unknown>();
    const top = { dependencies: ["base"], healthCheck: () => gate.promise };
    const registry = registered([fakeSecrets("base"), fakeSecrets("top", top)]);
    await registry.activateAll();
    const checked = registry.healthCheckAll();
    await flush();
    await registry.shutdownAll();
    await registry.unregister(SECRETS, "base");
    registry.register(SECRETS, fakeSecrets("base", { healthCheck: as("unhealthy") }));
    await registry.activateAll();
    gate.resolve({ state: "unhealthy" });
    const report = await checked;
    expect(report.plugins[1]).toMatchObject({ key: "floe.secrets:top", state: "active", status: { state: "unhealthy" } });
    expect(report.plugins[1]).not.toHaveProperty("rootCause");
  });

  test("healthCheckAll does not count what was stopped while it was being checked", async () => {
    const gate = deferred<unknown>();
    const registry = registered([fakeSecrets("a", { healthCheck: () => gate.promise })]);
    await registry.activateAll();
    const checked = registry.healthCheckAll();
    await flush();
    await registry.shutdownAll();
    gate.resolve({ state: "unhealthy" });
    expect(await checked).toMatchObject({ overall: "healthy", plugins: [{ state: "stopped", status: { state: "unhealthy" } }] });
  });
});
