import { checkSchedule as check, type JobSchedule } from "floe-core";
import { findCronFault } from "./find-cron-fault.ts";

/**
 * The schedule as it is kept. It accepts what Dagster does, which is more than a platform file may state, and refuses what
 * would keep the whole code location from loading.
 *
 * @throws InvalidScheduleError listing everything wrong with it.
 */
export function checkSchedule(schedule: JobSchedule): JobSchedule {
  return check(schedule, findCronFault);
}
