import type { Cron } from "croner";

/** How many times are counted at most: a schedule of every minute has half a million in a year. */
const MAX_COUNT = 1_000;

/** Times of a schedule: how many, from when to when. */
export interface TimeCount {
  /** At least 1. */
  readonly count: number;
  /** Whether there are more than were counted. */
  readonly hasMore: boolean;
  readonly first: Date;
  /** The last that was counted. */
  readonly last: Date;
}

/** The times after `after` up to and including `until`; undefined if there are none. Counts up to 1,000. */
export function countTimes(cron: Cron, after: Date, until: Date): TimeCount | undefined {
  const upTo = (time: Date | null): Date | undefined => (time !== null && time <= until ? time : undefined);
  const first = upTo(cron.nextRun(after));
  if (first === undefined) return undefined;
  let count = 1;
  let last = first;
  let next = upTo(cron.nextRun(last));
  while (next !== undefined && count < MAX_COUNT) {
    count += 1;
    last = next;
    next = upTo(cron.nextRun(last));
  }
  return { count, hasMore: next !== undefined, first, last };
}
