import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { silentLogger } from "../../../src/logger.ts";
import type { ActivationPlan, ActivationStep } from "../../../src/registry/activation-plan.ts";
import { PluginRecord } from "../../../src/registry/plugin-record.ts";
import { makeContext, type RegistryContext } from "../../../src/registry/registry-context.ts";
import { runActivation } from "../../../src/registry/run-activation.ts";
import { StartOperation } from "../../../src/registry/start-operation.ts";
import { deferred } from "../../support/deferred.ts";
import { fakeSecrets } from "../../support/fake-plugin.ts";
import { flush, isPending } from "../../support/flush.ts";

let context: RegistryContext;

beforeEach(() => {
  vi.useFakeTimers();
  context = makeContext({ sources: [] });
});
afterEach(() => vi.useRealTimers());

/** A step for a loaded plugin whose start does `startup`; it waits for the given steps. */
function step(name: string, startup: () => unknown = () => undefined, waitsFor: readonly ActivationStep[] = []): ActivationStep {
  const record = new PluginRecord("floe.secrets", name, undefined);
  record.plugin = fakeSecrets(name, { startup });
  record.state = "loaded";
  return {
    id: 0,
    record,
    required: waitsFor.map((one) => one.record),
    optional: [],
    problem: undefined,
    failedDependency: undefined,
    isDone: false,
    operation: undefined,
    startedHere: false,
    error: undefined,
    durationMs: 0,
  };
}

/** A plan of these steps, each of which waits for what it requires. */
function planOf(...steps: readonly ActivationStep[]): ActivationPlan {
  const dependents = new Map<PluginRecord, ActivationStep[]>(steps.map(({ record }) => [record, []]));
  const waitingFor = new Map(steps.map((one) => [one, one.required.length]));
  for (const one of steps) for (const record of one.required) dependents.get(record)?.push(one);
  const release = (done: ActivationStep): ActivationStep[] =>
    (dependents.get(done.record) ?? []).filter((one) => {
      const left = Number(waitingFor.get(one)) - 1;
      waitingFor.set(one, left);
      if (done.error !== undefined) one.failedDependency ??= done;
      return left === 0;
    });
  return { steps, ready: steps.filter(({ required }) => required.length === 0), release };
}

describe("runActivation", () => {
  test("runActivation of no steps resolves", async () => {
    await expect(runActivation(planOf(), context, {})).resolves.toBeUndefined();
  });

  test("runActivation of no steps resolves when it was given up before it began, too", async () => {
    await expect(runActivation(planOf(), context, { signal: AbortSignal.abort() })).resolves.toBeUndefined();
  });

  test("runActivation blames what it met itself, whatever became of the record since", async () => {
    const slow = deferred();
    const base = step("base", () => Promise.reject(new Error("down")));
    const left = step("left", undefined, [base]);
    const right = step("right", () => slow.promise);
    const top = step("top", undefined, [left, right]);
    const running = runActivation(planOf(base, left, right, top), context, {});
    await flush();
    expect(left.record.state).toBe("blocked");
    left.record.error = undefined;
    slow.resolve();
    await running;
    expect(top.error).toMatchObject({ code: "FLOE_PLUGIN_BLOCKED", blockedBy: "floe.secrets:base" });
  });

  test("runActivation is known to the store while it runs, and not afterwards", async () => {
    const gate = deferred();
    const running = runActivation(planOf(step("a", () => gate.promise)), context, {});
    expect(context.store.calls.size).toBe(1);
    gate.resolve();
    await running;
    expect(context.store.calls.size).toBe(0);
  });

  test("runActivation takes its ear off the signal when it ends", async () => {
    const { signal } = new AbortController();
    const remove = vi.spyOn(signal, "removeEventListener");
    await runActivation(planOf(step("a")), context, { signal });
    expect(remove).toHaveBeenCalledWith("abort", expect.any(Function));
  });

  test("runActivation joins a start in progress and does not count it as its own", async () => {
    const gate = deferred();
    const first = step("a", () => gate.promise);
    const second: ActivationStep = { ...first };
    const both = [runActivation(planOf(first), context, {}), runActivation(planOf(second), context, {})];
    await flush();
    expect(second.operation).toBe(first.operation);
    expect([first.startedHere, second.startedHere]).toStrictEqual([true, false]);
    gate.resolve();
    await Promise.all(both);
  });

  test("runActivation resolves only when what it gave up has really been given up, however often it is told", async () => {
    const operation = new StartOperation("floe.secrets:a", 100, silentLogger);
    const abort = vi.spyOn(operation, "abort");
    const one = step("a");
    operation.isBegun = true;
    one.record.start = operation;
    const running = runActivation(planOf(one), context, {});
    const [call] = context.store.calls;
    call?.abort();
    call?.abort();
    expect(await isPending(running)).toBe(true);
    expect(abort).toHaveBeenCalledTimes(1);
    operation.end(undefined);
    await running;
    expect(one.error?.message).toBe("Cannot start plugin floe.secrets:a: the registry is shutting down");
  });

  test("runActivation starts nothing in its caller's own turn, and all of a chain in the next", async () => {
    const started: string[] = [];
    const a = step("a", () => void started.push("a"));
    const b = step("b", () => void started.push("b"), [a]);
    const running = runActivation(planOf(a, b), context, {});
    expect(started).toStrictEqual([]);
    await Promise.resolve();
    expect(started).toStrictEqual(["a", "b"]);
    await running;
  });

  test("runActivation starts nothing more when a hook makes its caller give up, and stops that hook's plugin", async () => {
    const caller = new AbortController();
    const started: string[] = [];
    const a = step("a", () => caller.abort(new Error("enough")));
    const b = step("b", () => void started.push("b"));
    const c = step("c", () => void started.push("c"), [a]);
    await runActivation(planOf(a, b, c), context, { signal: caller.signal });
    expect(started).toStrictEqual([]);
    expect([a, b, c].map(({ record }) => record.start)).toStrictEqual([undefined, undefined, undefined]);
    expect([a, b, c].map(({ error }) => error?.code)).toStrictEqual(Array(3).fill("FLOE_PLUGIN_STARTUP"));
    expect(a.record.state).toBe("failed");
  });

  test("runActivation begins what it took hold of even if it is given up at once, for whoever joined", async () => {
    const caller = new AbortController();
    const first = step("a");
    const second: ActivationStep = { ...first };
    const given = runActivation(planOf(first), context, { signal: caller.signal });
    const joined = runActivation(planOf(second), context, {});
    caller.abort();
    await Promise.all([given, joined]);
    expect([first.error?.code, second.error]).toStrictEqual(["FLOE_PLUGIN_STARTUP", undefined]);
    expect(second.record.state).toBe("active");
  });

  test("runActivation blocks what waits for itself instead of waiting for ever", async () => {
    const outside = step("outside");
    const [a, b] = [step("a", undefined, []), step("b", undefined, [])];
    const tangle: ActivationStep[] = [
      { ...a, required: [b.record] },
      { ...b, required: [a.record] },
    ];
    const beside = step("beside", undefined, [outside]);
    await runActivation(planOf(outside, beside, ...tangle), context, {});
    expect([outside.record.state, beside.record.state]).toStrictEqual(["active", "active"]);
    expect(tangle.map(({ error }) => error)).toMatchObject([
      { code: "FLOE_PLUGIN_BLOCKED", blockedBy: "floe.secrets:b" },
      { code: "FLOE_PLUGIN_BLOCKED" },
    ]);
  });

  test("runActivation starts a chain of 12,000 without overflowing the stack", async () => {
    const steps: ActivationStep[] = [];
    for (let index = 0; index < 12_000; index += 1) steps.push(step(`p${index}`, undefined, steps.slice(-1)));
    await runActivation(planOf(...steps), context, {});
    expect(steps.every(({ record }) => record.state === "active")).toBe(true);
    expect(steps.every(({ record }, index) => record.startOrder === index + 1)).toBe(true);
  });

  test("runActivation blocks a chain of 12,000 behind one failure, each with the root", async () => {
    const steps = [step("root", () => Promise.reject(new Error("no")))];
    for (let index = 0; index < 12_000; index += 1) steps.push(step(`p${index}`, undefined, steps.slice(-1)));
    await runActivation(planOf(...steps), context, {});
    expect(steps.at(-1)?.error).toMatchObject({ blockedBy: "floe.secrets:root", cause: { code: "FLOE_PLUGIN_STARTUP" } });
  });
});
