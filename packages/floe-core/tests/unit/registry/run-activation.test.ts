import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ActivationStep } from "../../../src/registry/activation-plan.ts";
import { PluginRecord } from "../../../src/registry/plugin-record.ts";
import { makeContext, type RegistryContext } from "../../../src/registry/registry-context.ts";
import { runActivation } from "../../../src/registry/run-activation.ts";
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
  const made: ActivationStep = {
    record,
    requires: waitsFor.map((one) => ({ record: one.record, optional: false })),
    dependents: [],
    problem: undefined,
    waitingFor: waitsFor.length,
    failedDependency: undefined,
    isDone: false,
    operation: undefined,
    startedHere: false,
    error: undefined,
    durationMs: 0,
  };
  for (const one of waitsFor) one.dependents.push(made);
  return made;
}

describe("runActivation", () => {
  test("runActivation of no steps resolves", async () => {
    await expect(runActivation([], context, {})).resolves.toBeUndefined();
  });

  test("runActivation is known to the store while it runs, and not afterwards", async () => {
    const gate = deferred();
    const running = runActivation([step("a", () => gate.promise)], context, {});
    expect(context.store.calls.size).toBe(1);
    gate.resolve();
    await running;
    expect(context.store.calls.size).toBe(0);
  });

  test("runActivation takes its ear off the signal when it ends", async () => {
    const { signal } = new AbortController();
    const remove = vi.spyOn(signal, "removeEventListener");
    await runActivation([step("a")], context, { signal });
    expect(remove).toHaveBeenCalledWith("abort", expect.any(Function));
  });

  test("runActivation joins a start in progress and does not count it as its own", async () => {
    const gate = deferred();
    const first = step("a", () => gate.promise);
    const second: ActivationStep = { ...first, dependents: [] };
    const both = [runActivation([first], context, {}), runActivation([second], context, {})];
    await flush();
    expect(second.operation).toBe(first.operation);
    expect([first.startedHere, second.startedHere]).toStrictEqual([true, false]);
    gate.resolve();
    await Promise.all(both);
  });

  test("runActivation resolves only when what it gave up has really been given up, however often it is told", async () => {
    const ended = deferred<undefined>();
    const abort = vi.fn();
    const one = step("a");
    one.record.start = { done: ended.promise, abort, interested: 0 };
    const running = runActivation([one], context, {});
    const [call] = context.store.calls;
    call?.abort();
    call?.abort();
    expect(await isPending(running)).toBe(true);
    expect(abort).toHaveBeenCalledTimes(1);
    ended.resolve(undefined);
    await running;
    expect(one.error?.message).toBe("Cannot start plugin floe.secrets:a: the registry is shutting down");
  });

  test("runActivation blocks what waits for itself instead of waiting for ever", async () => {
    const outside = step("outside");
    const [a, b] = [step("a", undefined, []), step("b", undefined, [])];
    const tangle: ActivationStep[] = [
      { ...a, requires: [{ record: b.record, optional: false }], waitingFor: 1 },
      { ...b, requires: [{ record: a.record, optional: false }], waitingFor: 1 },
    ];
    const beside = step("beside", undefined, [outside]);
    await runActivation([outside, beside, ...tangle], context, {});
    expect([outside.record.state, beside.record.state]).toStrictEqual(["active", "active"]);
    expect(tangle.map(({ error }) => error)).toMatchObject([
      { code: "FLOE_PLUGIN_BLOCKED", blockedBy: "floe.secrets:b" },
      { code: "FLOE_PLUGIN_BLOCKED" },
    ]);
  });

  test("runActivation starts a chain of 12,000 without overflowing the stack", async () => {
    const steps: ActivationStep[] = [];
    for (let index = 0; index < 12_000; index += 1) steps.push(step(`p${index}`, undefined, steps.slice(-1)));
    await runActivation(steps, context, {});
    expect(steps.every(({ record }) => record.state === "active")).toBe(true);
    expect(steps.every(({ record }, index) => record.startOrder === index + 1)).toBe(true);
  });

  test("runActivation blocks a chain of 12,000 behind one failure, each with the root", async () => {
    const steps = [step("root", () => Promise.reject(new Error("no")))];
    for (let index = 0; index < 12_000; index += 1) steps.push(step(`p${index}`, undefined, steps.slice(-1)));
    await runActivation(steps, context, {});
    expect(steps.at(-1)?.error).toMatchObject({ blockedBy: "floe.secrets:root", cause: { code: "FLOE_PLUGIN_STARTUP" } });
  });
});
