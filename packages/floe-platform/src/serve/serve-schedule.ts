import type { ActivationReport, Logger } from "floe-core";
import type { Schedule } from "../product/read-product.ts";
import { parseCron } from "../schedule/parse-cron.ts";
import { systemClock, type Clock } from "./clock.ts";
import { countTimes, type TimeCount } from "./count-times.ts";
import { followRun, type RunProduct } from "./follow-run.ts";
import type { MissedReason, ServeEvent } from "./serve-event.ts";

/** What a schedule is served with. */
export interface ServeParts {
  readonly schedule: Schedule;
  /** How the plugins started. */
  readonly startup: ActivationReport;
  /** Called when a run is due. What it rejects with is told as an event. */
  readonly run: RunProduct;
  /** When the last run on record began; undefined if there is none. */
  readonly lastRunAt: Date | undefined;
  /** Aborting it cancels a run that is going on and ends serving. */
  readonly signal: AbortSignal;
  /** Called for every event, in order. What it throws is logged and changes nothing. */
  readonly onEvent: (event: ServeEvent) => void;
  readonly logger: Logger;
  /** Default: this machine's. */
  readonly clock?: Clock;
}

/**
 * How late a run may begin, in milliseconds. Later it counts as missed, and so that no two runs can be due at
 * once this is less than a minute.
 */
const TOLERANCE_MS = 30_000;

/**
 * Runs a product whenever its schedule says so, until `signal` is aborted; resolves once the run that was going
 * on has ended. No run begins beside another, none is queued and none is made up for: those that are missed are
 * told.
 */
export async function serveSchedule(parts: ServeParts): Promise<void> {
  const { schedule, startup, run, lastRunAt, signal, logger, clock = systemClock } = parts;
  const cron = parseCron(schedule.cron, schedule.timezone);
  const at = (): string => clock.now().toISOString();
  const emit = (event: ServeEvent): void => {
    try {
      parts.onEvent(event);
    } catch (error) {
      logger.warn("The listener of a schedule threw; serving goes on.", { event: event.type, error });
    }
  };
  const miss = (reason: MissedReason, times: TimeCount | undefined, since?: Date): void => {
    if (times === undefined) return;
    const span = { first: times.first.toISOString(), last: times.last.toISOString() };
    emit({ type: "missed", at: at(), reason, ...times, ...span, ...(since && { since: since.toISOString() }) });
  };

  emit({ type: "ready", at: at(), startup });
  let passed = clock.now();
  if (lastRunAt !== undefined) miss("not-serving", countTimes(cron, lastRunAt, passed), lastRunAt);
  let current: { readonly startedAt: Date; readonly ended: Promise<void> } | undefined;
  for (;;) {
    const next = cron.nextRun(passed);
    if (next === null || signal.aborted) break;
    emit({ type: "scheduled", at: at(), next: next.toISOString() });
    if (!(await clock.waitUntil(next, signal))) break;
    const latest = new Date(clock.now().getTime() - TOLERANCE_MS);
    if (next < latest) {
      miss("asleep", countTimes(cron, passed, latest));
      passed = latest;
      continue;
    }
    passed = next;
    if (current !== undefined) {
      miss("still-running", { count: 1, hasMore: false, first: next, last: next }, current.startedAt);
      continue;
    }
    const ended = followRun({ due: next, run, signal, emit, clock }).finally(() => {
      current = undefined;
    });
    current = { startedAt: clock.now(), ended };
  }
  await current?.ended;
}
