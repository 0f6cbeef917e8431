import type { DagsterSchedule } from "../definitions/dagster-document.ts";
import { DagsterLocationError } from "../errors/dagster-location-error.ts";
import { SCHEDULE, type ScheduleState } from "../graphql/operations/schedule.ts";
import { ensureLocation, type WantedLocation } from "../run/ensure-location.ts";
import type { DagsterEnvironment } from "../run/run-environment.ts";

/**
 * Has Dagster read the code location's files, into which the schedule has been written, and sees that it is there as
 * it was written. Whether it is on is Dagster's business: what somebody started or stopped there stays so.
 *
 * @param wanted Its hash is the new document's; undefined to load the code location anew in any case.
 * @throws DagsterLocationError if the location does not load, or has no such schedule; the client's errors.
 */
export async function scheduleInDagster(
  schedule: Pick<DagsterSchedule, "name" | "job" | "cron" | "timezone">,
  wanted: WantedLocation,
  environment: Pick<DagsterEnvironment, "client" | "clock" | "pause">,
): Promise<ScheduleState> {
  const { repository } = await ensureLocation(wanted, environment);
  const { location, signal } = wanted;
  const selector = { repositoryLocationName: location, repositoryName: repository, scheduleName: schedule.name };
  const found = await environment.client.ask(SCHEDULE, { selector }, signal === undefined ? {} : { signal });
  const difference = found === null ? "it is not there" : differenceOf(schedule, found);
  if (found !== null && difference === undefined) return found;
  const place = wanted.workingDirectory === null ? "what is deployed" : wanted.workingDirectory;
  throw new DagsterLocationError({
    location,
    problem: "schedule",
    reason: `of the schedule "${schedule.name}" it does not say what was written: ${difference ?? ""}`,
    hint: `Check that Dagster loads the code location from ${place}.`,
  });
}

function differenceOf(schedule: Pick<DagsterSchedule, "job" | "cron" | "timezone">, found: ScheduleState): string | undefined {
  for (const part of ["job", "cron", "timezone"] as const) {
    if (found[part] !== schedule[part]) return `its ${part} is ${found[part] ?? "not stated"}, not ${schedule[part]}`;
  }
  return undefined;
}
