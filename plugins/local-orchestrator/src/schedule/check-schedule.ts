import { Cron } from "croner";
import { nearest, type JobSchedule } from "floe-core";
import { InvalidScheduleError } from "../errors/invalid-schedule-error.ts";
import { reasonOf } from "../reason-of.ts";

/**
 * The schedule as it is kept: trimmed, frozen, and sure to come round.
 *
 * @throws InvalidScheduleError listing everything wrong with it.
 */
export function checkSchedule({ job, cron, timezone }: JobSchedule): JobSchedule {
  const zoneProblem = problemOfZone(timezone);
  const problems = [
    job.trim() === "" ? "the job has no name" : undefined,
    problemOfCron(cron.trim(), zoneProblem === undefined ? timezone : "UTC"),
    zoneProblem,
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new InvalidScheduleError({ job, problems });
  return Object.freeze({ job, cron: cron.trim(), timezone });
}

function problemOfCron(cron: string, timezone: string): string | undefined {
  const fields = cron === "" ? 0 : cron.split(/\s+/).length;
  // Asked for here because the library would also take a date, which is one field and comes round once.
  if (!cron.startsWith("@") && fields !== 5) return `the cron expression has ${fields} fields instead of five`;
  try {
    const next = new Cron(cron, { mode: "5-part", timezone }).nextRun();
    return next === null ? `the cron expression "${cron}" names a time that never comes` : undefined;
  } catch (error) {
    return `the cron expression "${cron}" is not valid: ${reasonOf(error).replace(/^CronPattern: /, "")}`;
  }
}

function problemOfZone(timezone: string): string | undefined {
  // Offsets such as "+01:00" are accepted by newer engines, but name no time zone: they know no summer time.
  if (/^[A-Za-z]/.test(timezone) && isTimeZone(timezone)) return undefined;
  const near = nearest(timezone, Intl.supportedValuesOf("timeZone"));
  return `"${timezone}" is not an IANA time zone${near === undefined ? "" : ` (did you mean "${near}"?)`}`;
}

function isTimeZone(timezone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
    return true;
  } catch {
    return false;
  }
}
