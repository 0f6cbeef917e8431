import { findTimeZone, InvalidScheduleError, type JobSchedule } from "floe-core";
import { findCronFault } from "./find-cron-fault.ts";

/**
 * The schedule as it is kept: trimmed and frozen. It accepts what Dagster does, which is more than a platform file may
 * state, and refuses what would keep the whole code location from loading.
 *
 * @throws InvalidScheduleError listing everything wrong with it.
 */
export function checkSchedule({ job, cron, timezone }: JobSchedule): JobSchedule {
  const text = cron.trim();
  const fault = findCronFault(text);
  const problems = [
    job.trim() === "" ? "the job has no name" : undefined,
    fault === undefined ? undefined : `"${text}" is not a cron expression: ${fault}`,
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
