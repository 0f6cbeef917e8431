import type { JobSchedule } from "floe-core";
import { InvalidScheduleError } from "../errors/invalid-schedule-error.ts";
import { findCronProblem } from "./find-cron-problem.ts";
import { findTimeZone } from "./find-time-zone.ts";

/**
 * The schedule as it is kept: trimmed, frozen, and sure to come round. It accepts what a platform file may state.
 *
 * @throws InvalidScheduleError listing everything wrong with it.
 */
export function checkSchedule({ job, cron, timezone }: JobSchedule): JobSchedule {
  const text = cron.trim();
  const cronProblem = findCronProblem(text);
  const problems = [
    job.trim() === "" ? "the job has no name" : undefined,
    cronProblem === undefined ? undefined : `"${text}" is not a cron expression: ${cronProblem}`,
    problemOfZone(timezone),
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new InvalidScheduleError({ job, problems });
  return Object.freeze({ job, cron: text, timezone });
}

function problemOfZone(timezone: string): string | undefined {
  const { isValid, nearest } = findTimeZone(timezone);
  if (isValid) return undefined;
  return `"${timezone}" is not an IANA time zone${nearest === undefined ? "" : ` (did you mean "${nearest}"?)`}`;
}
