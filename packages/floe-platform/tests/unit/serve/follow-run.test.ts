import { PluginError, type RunResult } from "floe-core";
import { describe, expect, test, vi } from "vitest";
import type { Clock } from "../../../src/serve/clock.ts";
import { followRun, type RunProduct } from "../../../src/serve/follow-run.ts";
import type { ServeEvent } from "../../../src/serve/serve-event.ts";

class Refused extends PluginError {}

const at = "2026-01-01T06:00:01.000Z";
const due = "2026-01-01T06:00:00.000Z";
const clock: Clock = { now: () => new Date(at), waitUntil: () => Promise.resolve(true) };
const result: RunResult = { runId: "run-1", status: "failed", startedAt: at, finishedAt: at, steps: [] };

async function follow(run: RunProduct, signal = new AbortController().signal): Promise<ServeEvent[]> {
  const events: ServeEvent[] = [];
  await followRun({ due: new Date(due), run, signal, emit: (event) => events.push(event), clock });
  return events;
}

describe("followRun", () => {
  test("followRun tells of the start, of what happens in the run, and of its result", async () => {
    const event = { type: "run-started", runId: "run-1", at, steps: [] } as const;
    const events = await follow(async ({ onEvent }) => {
      onEvent?.(event);
      return result;
    });
    expect(events).toEqual([
      { type: "started", at, due },
      { type: "progress", at, due, event },
      { type: "finished", at, due, result },
    ]);
  });

  test("followRun tells of a run that could not be run, with the error's code and hint", async () => {
    const error = new Refused("FLOE_X", "Cannot start it", { hint: "Start it." });
    expect(await follow(() => Promise.reject(error))).toEqual([
      { type: "started", at, due },
      { type: "failed", at, due, error: { code: "FLOE_X", message: "Cannot start it", hint: "Start it." } },
    ]);
  });

  test.each([
    ["an error without a hint", new Refused("FLOE_X", "no", { hint: "" }), { code: "FLOE_X", message: "no" }],
    ["any other error", new Error("boom"), { code: "FLOE_UNEXPECTED", message: "boom" }],
    ["what is no error", "boom", { code: "FLOE_UNEXPECTED", message: "boom" }],
  ])("followRun tells of %s", async (_, thrown, error) => {
    const events = await follow(() => {
      throw thrown;
    });
    expect(events.at(-1)).toEqual({ type: "failed", at, due, error });
  });

  test("followRun hands an abort on while the run goes on, and lets go of the signal at its end", async () => {
    const controller = new AbortController();
    const removed = vi.spyOn(controller.signal, "removeEventListener");
    let given: AbortSignal | undefined;
    const events = await follow(async ({ signal }) => {
      given = signal;
      expect(signal?.aborted).toBe(false);
      controller.abort("enough");
      return { ...result, status: "cancelled" };
    }, controller.signal);
    expect(given?.reason).toBe("enough");
    expect(events.at(-1)).toMatchObject({ type: "finished", result: { status: "cancelled" } });
    expect(removed).toHaveBeenCalledTimes(1);
  });
});
