import type { RunEvent } from "floe-core";
import { expect, test } from "vitest";
import { OpenRun } from "../../../src/product/open-run.ts";

const second = (n: number): string => new Date(n * 1000).toISOString();
const START: RunEvent = { type: "run-started", runId: "one", at: second(1), steps: ["a", "b", "c", "d"] };
const began = (step: string, at = 1): RunEvent => ({ type: "step-started", runId: "one", at: second(at), step });

function endings(events: readonly RunEvent[], at = 5): readonly RunEvent[] {
  const run = new OpenRun();
  for (const event of events) run.see(event);
  return run.endings(second(at), (step) => ({ code: "FLOE_X", message: `lost ${step}` }));
}

test("OpenRun ends the steps that have begun and not ended, and then the run", () => {
  const ended: readonly RunEvent[] = [
    { type: "step-finished", runId: "one", at: second(2), step: "a", durationMs: 1 },
    { type: "step-failed", runId: "one", at: second(2), step: "b", durationMs: 1, error: { code: "FLOE_Y", message: "no" } },
    { type: "step-skipped", runId: "one", at: second(2), step: "d", becauseOf: "b" },
  ];
  expect(endings([START, began("a"), began("b"), ...ended, began("c", 2)])).toEqual([
    { type: "step-failed", runId: "one", at: second(5), step: "c", durationMs: 3_000, error: { code: "FLOE_X", message: "lost c" } },
    { type: "run-finished", runId: "one", at: second(5), status: "failed" },
  ]);
});

test("OpenRun measures no time below zero where Dagster's clock is ahead", () => {
  expect(endings([START, began("a", 9)])[0]).toMatchObject({ durationMs: 0 });
});

test("OpenRun has nothing to end before the run has begun, and after it has ended", () => {
  expect(endings([])).toEqual([]);
  expect(endings([START, { type: "run-finished", runId: "one", at: second(3), status: "succeeded" }])).toEqual([]);
});
