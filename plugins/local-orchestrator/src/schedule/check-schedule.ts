import { Cron } from "croner";
import { findCronProblem, findTimeZone, InvalidScheduleError, type JobSchedule } from "floe-core";

/**
 * The schedule as it is kept: trimmed, frozen, and sure to come round. It accepts what a platform file may state.
 *
 * @throws InvalidScheduleError listing everything wrong with it.
 */
export function checkSchedule({ job, cron, timezone }: JobSchedule): JobSchedule {
  const text = cron.trim();
  const cronProblem = findCronProblem(text, readCron);
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

/** The time zone decides when a time comes, not whether it can be read. */
function readCron(fields: string): Cron {
  return new Cron(fields, { mode: "5-part", timezone: "UTC" });
}
