import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { makeSecret } from "../../../src/config/secret-value.ts";
import type { PluginContext } from "../../../src/plugin/plugin-context.ts";
import type { PluginRegistry } from "../../../src/registry/plugin-registry.ts";
import type { PluginRegistryOptions } from "../../../src/registry/registry-options.ts";
import { deferred } from "../../support/deferred.ts";
import { fakeSecrets, SECRETS } from "../../support/fake-plugin.ts";
import { discovered, registered } from "../../support/fake-registry.ts";
import { flush, isPending } from "../../support/flush.ts";
import { publishedOn } from "../../support/published-on.ts";

beforeEach(() => {
  vi.useFakeTimers();
  // A clock that has been running: what a duration is measured from is not 0.
  vi.advanceTimersByTime(5000);
});
afterEach(() => vi.useRealTimers());

/** A registry with one active plugin, `a`. */
async function active(
  healthCheck: (context: PluginContext) => unknown,
  options: PluginRegistryOptions = {},
): Promise<PluginRegistry> {
  const registry = registered([fakeSecrets("a", { healthCheck })], { healthTimeoutMs: 100, ...options });
  await registry.activate(SECRETS, "a");
  return registry;
}

describe("healthCheck", () => {
  test("healthCheck answers what the hook answers, with nothing left out, frozen", async () => {
    const bare = await (await active(() => ({ state: "healthy" }))).healthCheck(SECRETS, "a");
    expect(bare).toStrictEqual({ state: "healthy", message: "", details: {} });
    const full = { state: "degraded", message: "slow", details: { latencyMs: 900 } };
    const status = await (await active(() => Promise.resolve(full))).healthCheck(SECRETS, "a");
    expect(status).toStrictEqual(full);
    expect([Object.isFrozen(status), Object.isFrozen(status.details)]).toStrictEqual([true, true]);
    expect(Object.isFrozen(full.details)).toBe(false);
  });

  test("healthCheck lets a plugin call itself unhealthy in its own words", async () => {
    const own = { state: "unhealthy", message: "the disk is full", details: { freeBytes: 0 } };
    expect(await (await active(() => own)).healthCheck(SECRETS, "a")).toStrictEqual(own);
  });

  test("healthCheck hands the hook its signal and logger", async () => {
    let given: PluginContext | undefined;
    const registry = await active((context) => {
      given = context;
      return { state: "healthy" };
    });
    await registry.healthCheck(SECRETS, "a");
    expect(given?.signal.aborted).toBe(false);
    expect(given?.logger.debug("fine")).toBeUndefined();
  });

  test.each([
    ["at once", () => { throw new Error("no such host"); }],
    ["later", () => Promise.reject(new Error("no such host"))],
  ])("healthCheck counts a hook that throws %s as unhealthy, with the reason", async (_, hook) => {
    expect(await (await active(hook)).healthCheck(SECRETS, "a")).toStrictEqual({
      state: "unhealthy",
      message: "healthCheck failed: no such host",
      details: { reason: "threw" },
    });
  });

  test("healthCheck frees its caller at the limit, aborts the hook's signal and counts it as unhealthy", async () => {
    const signals: AbortSignal[] = [];
    const registry = await active(({ signal }) => {
      signals.push(signal);
      return new Promise(() => undefined);
    });
    const check = registry.healthCheck(SECRETS, "a");
    await vi.advanceTimersByTimeAsync(99);
    expect(await isPending(check)).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(await check).toStrictEqual({
      state: "unhealthy",
      message: "Cannot check plugin floe.secrets:a: healthCheck was not done within 100 ms",
      details: { reason: "timeout", limitMs: 100 },
    });
    expect(signals[0]?.reason).toMatchObject({ code: "FLOE_PLUGIN_TIMEOUT", hook: "healthCheck" });
    expect(registry.state(SECRETS, "a")).toBe("active");
  });

  test("healthCheck's own limit holds instead of the registry's, which is 5 s by default", async () => {
    const never = (): Promise<never> => new Promise(() => undefined);
    const quick = (await active(never)).healthCheck(SECRETS, "a", { timeoutMs: 10 });
    await vi.advanceTimersByTimeAsync(10);
    expect((await quick).details).toMatchObject({ limitMs: 10 });
    const registry = registered([fakeSecrets("a", { healthCheck: never })]);
    await registry.activate(SECRETS, "a");
    const slow = registry.healthCheck(SECRETS, "a");
    await vi.advanceTimersByTimeAsync(5000);
    expect((await slow).details).toMatchObject({ limitMs: 5000 });
  });

  test.each([0, Number.NaN])("healthCheck refuses the limit %d", async (timeoutMs) => {
    const registry = registered([fakeSecrets("a")]);
    await expect(registry.healthCheck(SECRETS, "a", { timeoutMs })).rejects.toThrow(RangeError);
    await expect(registry.healthCheckAll({ timeoutMs })).rejects.toThrow(RangeError);
    await expect(registered([]).healthCheckAll({ timeoutMs })).rejects.toThrow(RangeError);
  });

  test.each([
    [undefined, "undefined"],
    [null, "null"],
    ["healthy", "string"],
    [{}, "state undefined"],
    [{ state: "fine" }, 'state "fine"'],
    [{ state: "healthy", message: 5 }, "message of type number"],
    [{ state: "healthy", details: [] }, "details of type array"],
    [{ state: "healthy", details: null }, "details of type null"],
    [{ state: 5 }, "state number"],
  ])("healthCheck counts the answer %j as unhealthy", async (answer, found) => {
    expect(await (await active(() => answer)).healthCheck(SECRETS, "a")).toStrictEqual({
      state: "unhealthy",
      message: `healthCheck answered no health status, but ${found}`,
      details: { reason: "invalid_status" },
    });
  });

  test.each([
    ["a cycle", () => Object.assign({}, { get self(): unknown { return this; } })],
    ["what JSON cannot write", () => ({ count: 1n })],
    ["a getter that throws", () => ({ get count(): never { throw new Error("no"); } })],
  ])("healthCheck counts details with %s as unhealthy", async (_, makeDetails) => {
    const registry = await active(() => ({ state: "healthy", details: makeDetails() }));
    const status = await registry.healthCheck(SECRETS, "a");
    expect(status.state).toBe("unhealthy");
    expect(status.message).toContain("healthCheck answered no health status, but something that is not JSON: ");
  });

  test("healthCheck's details are a copy in plain JSON", async () => {
    const details = { at: new Date(0), none: undefined };
    const registry = await active(() => ({ state: "healthy", details }));
    expect((await registry.healthCheck(SECRETS, "a")).details).toStrictEqual({ at: "1970-01-01T00:00:00.000Z" });
  });

  test("healthCheck masks secrets of the configuration in what the hook answers", async () => {
    const data = { token: makeSecret('to"ken'), pin: makeSecret(4711) };
    const schema = (): never => ({ safeParse: () => ({ success: true, data }) }) as never;
    const answers = [
      { state: "healthy", message: 'used to"ken', details: { pin: 4711, at: 1747114711, port: 80, urls: ['https://to"ken@host'] } },
      { state: 'to"ken' },
    ];
    const registry = registered([fakeSecrets("a", { schema, healthCheck: () => answers.shift() })]);
    await registry.activate(SECRETS, "a");
    expect(await registry.healthCheck(SECRETS, "a")).toStrictEqual({
      state: "healthy",
      message: "used [secret]",
      details: { pin: "[secret]", at: 1747114711, port: 80, urls: ["https://[secret]@host"] },
    });
    expect((await registry.healthCheck(SECRETS, "a")).message).toContain('but state "[secret]"');
  });

  test("healthCheck of what was never started is unhealthy with the reason, and calls no hook", async () => {
    const healthCheck = vi.fn();
    const registry = registered([fakeSecrets("a", { healthCheck })]);
    expect(await registry.healthCheck(SECRETS, "a")).toStrictEqual({
      state: "unhealthy",
      message: "not active: it is loaded",
      details: { reason: "not_started", state: "loaded" },
    });
    expect(healthCheck).not.toHaveBeenCalled();
  });

  test("healthCheck of a discovered plugin does not load it", async () => {
    const registry = discovered([{ name: "a" }]);
    expect((await registry.healthCheck(SECRETS, "a")).details).toStrictEqual({ reason: "not_started", state: "discovered" });
    expect(registry.state(SECRETS, "a")).toBe("discovered");
  });

  test("healthCheck of a failed or blocked plugin says why, and names the root", async () => {
    const registry = registered([
      fakeSecrets("a", { startup: () => Promise.reject(new Error("no such host")) }),
      fakeSecrets("b", { dependencies: ["a"] }),
    ]);
    await registry.activateAll();
    expect(await registry.healthCheck(SECRETS, "a")).toStrictEqual({
      state: "unhealthy",
      message: "not active: Cannot start plugin floe.secrets:a: no such host",
      details: { reason: "not_started", state: "failed", code: "FLOE_PLUGIN_STARTUP" },
    });
    expect((await registry.healthCheck(SECRETS, "b")).details).toStrictEqual({
      reason: "not_started",
      state: "blocked",
      code: "FLOE_PLUGIN_BLOCKED",
      blockedBy: "floe.secrets:a",
    });
  });

  test("healthCheck shares one hook among concurrent callers and calls it again afterwards", async () => {
    const gate = deferred<unknown>();
    const hook = vi.fn(() => gate.promise);
    const registry = await active(hook);
    const checks = [registry.healthCheck(SECRETS, "a"), registry.healthCheck(SECRETS, "a")];
    await flush();
    gate.resolve({ state: "degraded" });
    expect((await Promise.all(checks)).map(({ state }) => state)).toStrictEqual(["degraded", "degraded"]);
    expect(hook).toHaveBeenCalledTimes(1);
    await registry.healthCheck(SECRETS, "a");
    expect(hook).toHaveBeenCalledTimes(2);
  });

  test("healthCheck does not pile hooks up behind one that hangs", async () => {
    const hook = vi.fn(() => new Promise(() => undefined));
    const registry = await active(hook);
    for (let round = 0; round < 3; round += 1) {
      const check = registry.healthCheck(SECRETS, "a");
      await vi.advanceTimersByTimeAsync(100);
      expect((await check).details.reason).toBe("timeout");
    }
    expect(hook).toHaveBeenCalledTimes(1);
  });

  test("healthCheck of a restarted plugin does not wait for a check of its earlier life", async () => {
    const old = deferred<unknown>();
    const hook = vi.fn().mockReturnValueOnce(old.promise).mockReturnValue({ state: "healthy" });
    const registry = await active(hook);
    const hanging = registry.healthCheck(SECRETS, "a");
    await vi.advanceTimersByTimeAsync(100);
    await hanging;
    await registry.shutdown(SECRETS, "a");
    await registry.activate(SECRETS, "a");
    expect((await registry.healthCheck(SECRETS, "a")).state).toBe("healthy");
    old.resolve({ state: "unhealthy" });
    await flush();
    expect((await registry.healthCheck(SECRETS, "a")).state).toBe("healthy");
  });

  test("an old check that ends does not make room beside the check in progress", async () => {
    const [old, current] = [deferred<unknown>(), deferred<unknown>()];
    const hook = vi.fn().mockReturnValueOnce(old.promise).mockReturnValue(current.promise);
    const registry = await active(hook);
    const hanging = registry.healthCheck(SECRETS, "a");
    await vi.advanceTimersByTimeAsync(100);
    await hanging;
    await registry.shutdown(SECRETS, "a");
    await registry.activate(SECRETS, "a");
    const checks = [registry.healthCheck(SECRETS, "a")];
    old.resolve({ state: "unhealthy" });
    await flush();
    checks.push(registry.healthCheck(SECRETS, "a"));
    current.resolve({ state: "healthy" });
    await Promise.all(checks);
    expect(hook).toHaveBeenCalledTimes(2);
  });

  test("healthCheck is given up when its caller's signal is aborted", async () => {
    const controller = new AbortController();
    const signals: AbortSignal[] = [];
    const registry = await active(({ signal }) => {
      signals.push(signal);
      return new Promise(() => undefined);
    });
    const check = registry.healthCheck(SECRETS, "a", { signal: controller.signal });
    await flush();
    controller.abort();
    expect(await check).toStrictEqual({
      state: "unhealthy",
      message: "healthCheck was given up by its caller",
      details: { reason: "aborted" },
    });
    expect(signals[0]?.aborted).toBe(true);
  });

  test("healthCheck takes its ear off the signal when it ends", async () => {
    const { signal } = new AbortController();
    const remove = vi.spyOn(signal, "removeEventListener");
    await (await active(() => ({ state: "healthy" }))).healthCheck(SECRETS, "a", { signal });
    expect(remove).toHaveBeenCalledWith("abort", expect.any(Function));
  });

  test("healthCheck with a signal that is aborted already does not call the hook", async () => {
    const hook = vi.fn();
    const registry = await active(hook);
    const status = await registry.healthCheck(SECRETS, "a", { signal: AbortSignal.abort() });
    expect(status.details.reason).toBe("aborted");
    expect(hook).not.toHaveBeenCalled();
  });

  test("healthCheck publishes floe.health with the answer", async () => {
    const registry = await active(() => ({ state: "degraded" }));
    const events = await publishedOn("floe.health", () => registry.healthCheck(SECRETS, "a"));
    const status = { state: "degraded", message: "", details: {} };
    expect(events).toStrictEqual([{ key: "floe.secrets:a", durationMs: 0, status }]);
  });
});
