import type { JobSchedule } from "../plugin/orchestrator-plugin.ts";
import { findTimeZone } from "../schedule/find-time-zone.ts";
import { InvalidScheduleError } from "./invalid-schedule-error.ts";

/**
 * The schedule as an orchestrator keeps it: its expression trimmed, frozen, in an IANA time zone.
 *
 * @param findFault What is wrong with a trimmed cron expression, in a few words: engines differ in what they take.
 * @throws InvalidScheduleError listing everything wrong with it.
 */
export function checkSchedule({ job, cron, timezone }: JobSchedule, findFault: (cron: string) => string | undefined): JobSchedule {
  const text = cron.trim();
  const fault = findFault(text);
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
