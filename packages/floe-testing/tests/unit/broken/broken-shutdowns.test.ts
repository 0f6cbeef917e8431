import { expect, test, vi } from "vitest";
import { BROKEN_SHUTDOWNS } from "../../../src/broken/broken-shutdowns.ts";
import { createTestRegistry } from "../../../src/registry/test-registry.ts";
import { expectOutcomes } from "../../support/expect-outcomes.ts";
import { CONTEXT, makeBroken } from "../../support/make-broken.ts";

expectOutcomes("BROKEN_SHUTDOWNS", BROKEN_SHUTDOWNS);

test("BROKEN_SHUTDOWNS shuts-down-once does not shut down a second time", () => {
  const plugin = makeBroken(BROKEN_SHUTDOWNS, "shuts-down-once");
  void plugin.shutdown(CONTEXT);
  expect(() => plugin.shutdown(CONTEXT)).toThrow("it was shut down before");
});

test("BROKEN_SHUTDOWNS shutdown-needs-startup does not shut down unless it was started", () => {
  expect(() => makeBroken(BROKEN_SHUTDOWNS, "shutdown-needs-startup").shutdown(CONTEXT)).toThrow("it was never started");
});

test("BROKEN_SHUTDOWNS leaks-a-timer leaves a timer that its cleanUp stops", () => {
  vi.useFakeTimers();
  const plugin = makeBroken(BROKEN_SHUTDOWNS, "leaks-a-timer");
  void plugin.startup(CONTEXT);
  void plugin.shutdown(CONTEXT);
  expect(vi.getTimerCount()).toBe(1);
  BROKEN_SHUTDOWNS.find(({ id }) => id === "leaks-a-timer")?.cleanUp?.();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test("BROKEN_SHUTDOWNS keeps-the-event-loop-alive leaves a port, as a test registry says", async () => {
  const broken = BROKEN_SHUTDOWNS.find(({ id }) => id === "keeps-the-event-loop-alive");
  if (broken?.source.kind !== "entry") throw new Error("there is no such class");
  const registry = createTestRegistry({ plugins: { [broken.type]: { [broken.name]: broken.source.entry } } });
  await registry.activateAll();
  await expect(registry[Symbol.asyncDispose]()).rejects.toMatchObject({ resources: [{ type: "MESSAGEPORT" }] });
  broken.cleanUp?.();
});
