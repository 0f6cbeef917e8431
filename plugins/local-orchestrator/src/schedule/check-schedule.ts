import { Cron } from "croner";
import { checkSchedule as check, findCronProblem, type JobSchedule } from "floe-core";

/**
 * The schedule as it is kept, and sure to come round. It accepts what a platform file may state.
 *
 * @throws InvalidScheduleError listing everything wrong with it.
 */
export function checkSchedule(schedule: JobSchedule): JobSchedule {
  return check(schedule, (cron) => findCronProblem(cron, readCron));
}

/** The time zone decides when a time comes, not whether it can be read. */
function readCron(fields: string): Cron {
  return new Cron(fields, { mode: "5-part", timezone: "UTC" });
}
