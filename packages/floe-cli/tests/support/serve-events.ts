import type { ServeEvent } from "floe-platform";
import { events, failed, halfStarted, startup, succeeded } from "./results.ts";

const at = "2026-03-29T04:00:00.000Z";
const due = "2026-03-29T04:00:00.000Z";
const [, stepStarted = { type: "run-started", runId: "run-1", at, steps: [] } as const] = events;

/** Every kind of event of a served schedule. */
export const serveEvents = {
  ready: { type: "ready", at, startup },
  halfReady: { type: "ready", at, startup: halfStarted },
  scheduled: { type: "scheduled", at, next: "2026-03-30T04:00:00.000Z" },
  started: { type: "started", at, due },
  runStarted: { type: "progress", at, due, event: { type: "run-started", runId: "run-1", at, steps: [] } },
  stepStarted: { type: "progress", at, due, event: stepStarted },
  succeeded: { type: "finished", at, due, result: { ...succeeded, startedAt: at, finishedAt: "2026-03-29T04:00:01.200Z" } },
  notSucceeded: { type: "finished", at, due, result: failed },
  failed: { type: "failed", at, due, error: { code: "X", message: "the engine is gone", hint: "Start it." } },
  missedOne: { type: "missed", at, reason: "still-running", count: 1, hasMore: false, first: due, last: due, since: "2026-03-29T00:00:01.000Z" },
  missedSome: { type: "missed", at, reason: "asleep", count: 3, hasMore: false, first: "2026-03-28T04:00:00.000Z", last: due },
  missedMany: {
    ...{ type: "missed", at, reason: "not-serving", count: 1_000, hasMore: true },
    ...{ first: "2026-01-01T05:00:00.000Z", last: due, since: "2025-12-31T05:00:00.000Z" },
  },
} as const satisfies Record<string, ServeEvent>;
