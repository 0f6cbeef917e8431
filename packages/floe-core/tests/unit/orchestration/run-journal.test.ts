import type { RunEvent } from "floe-core";
import { describe, expect, test } from "vitest";
import type { Clock } from "../../../src/orchestration/clock.ts";
import { RunJournal } from "../../../src/orchestration/run-journal.ts";

/** A clock that goes on by 10 ms whenever it is asked how much has passed, and by 1 s when asked the time. */
function steppingClock(): Clock {
  let time = 0;
  let elapsed = 0;
  return {
    now: () => new Date(1000 * time++).toISOString(),
    elapsedMs: () => (elapsed += 10.4),
  };
}

function journalOf(steps: readonly string[]): { journal: RunJournal; events: readonly RunEvent[] } {
  const events: RunEvent[] = [];
  const journal = new RunJournal({ runId: "r1", steps, clock: steppingClock(), emit: (event) => events.push(event) });
  return { journal, events };
}

const at = (second: number): string => new Date(1000 * second).toISOString();

describe("RunJournal", () => {
  test("turns every entry into an event at once, in order", () => {
    const { journal, events } = journalOf(["a", "v", "b", "c", "d"]);
    const error = { code: "X", message: "no" };
    journal.started("a");
    journal.succeeded("a", 3);
    journal.started("v");
    journal.succeeded("v", null);
    journal.started("b");
    journal.failed("b", error);
    journal.skipped("c", "b");
    journal.cancelled("d");
    journal.end();
    expect(events).toEqual([
      { type: "run-started", runId: "r1", at: at(0), steps: ["a", "v", "b", "c", "d"] },
      { type: "step-started", runId: "r1", at: at(1), step: "a" },
      { type: "step-finished", runId: "r1", at: at(2), step: "a", durationMs: 10, rows: 3 },
      { type: "step-started", runId: "r1", at: at(3), step: "v" },
      { type: "step-finished", runId: "r1", at: at(4), step: "v", durationMs: 10 },
      { type: "step-started", runId: "r1", at: at(5), step: "b" },
      { type: "step-failed", runId: "r1", at: at(6), step: "b", durationMs: 10, error },
      { type: "step-skipped", runId: "r1", at: at(7), step: "c", becauseOf: "b" },
      { type: "step-cancelled", runId: "r1", at: at(8), step: "d" },
      { type: "run-finished", runId: "r1", at: at(9), status: "cancelled" },
    ]);
  });

  test("answers with one result per step in the order of the plan, not of their ends", () => {
    const { journal } = journalOf(["a", "v", "b", "c"]);
    journal.started("b");
    journal.started("v");
    journal.succeeded("v", null);
    journal.failed("b", { code: "X", message: "no" });
    journal.skipped("c", "b");
    journal.started("a");
    journal.succeeded("a", 0);
    expect(journal.end()).toEqual({
      runId: "r1",
      status: "failed",
      startedAt: at(0),
      finishedAt: at(8),
      steps: [
        { name: "a", status: "succeeded", durationMs: 10, rows: 0 },
        { name: "v", status: "succeeded", durationMs: 10 },
        { name: "b", status: "failed", durationMs: 31, error: { code: "X", message: "no" } },
        { name: "c", status: "skipped", durationMs: 0, skippedBecauseOf: "b" },
      ],
    });
  });

  test("times a cancelled step from its start, and one that never started not at all", () => {
    const { journal } = journalOf(["a", "b"]);
    journal.started("a");
    journal.cancelled("a");
    journal.cancelled("b");
    expect(journal.end().steps.map(({ durationMs }) => durationMs)).toEqual([10, 0]);
  });

  test("ends as succeeded when every step did, and when there was none", () => {
    const { journal } = journalOf(["a"]);
    journal.started("a");
    journal.succeeded("a", 1);
    expect(journal.end().status).toBe("succeeded");
    expect(journalOf([]).journal.end()).toMatchObject({ status: "succeeded", steps: [] });
  });
});
