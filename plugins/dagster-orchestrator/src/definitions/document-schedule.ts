import type { JobSchedule } from "floe-core";
import type { DagsterOrchestratorConfig } from "../config-schema.ts";
import { dagsterName } from "../naming/dagster-name.ts";
import { checkSchedule } from "../schedule/check-schedule.ts";
import type { DagsterSchedule } from "./dagster-document.ts";

/**
 * When a job runs, as Dagster's schedule: `<job>_schedule`.
 *
 * @param status What it is until somebody starts or stops it in Dagster.
 * @throws InvalidScheduleError listing everything wrong with it.
 */
export function documentSchedule(schedule: JobSchedule, status: DagsterOrchestratorConfig["scheduleStatus"]): DagsterSchedule {
  const { job, cron, timezone } = checkSchedule(schedule);
  const name = dagsterName(job);
  return { name: `${name}_schedule`, job: name, cron, timezone, status: status === "running" ? "RUNNING" : "STOPPED" };
}
