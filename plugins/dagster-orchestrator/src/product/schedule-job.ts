import { nearest, reasonOf, type CallOptions, type JobSchedule } from "floe-core";
import type { DagsterSchedule } from "../definitions/dagster-document.ts";
import { documentSchedule } from "../definitions/document-schedule.ts";
import { DagsterScheduleError } from "../errors/dagster-schedule-error.ts";
import { readDocument } from "../files/read-document.ts";
import { setSchedule } from "../files/schedules-file.ts";
import { RELOAD_LOCATION } from "../graphql/operations/reload-location.ts";
import { ensurePools } from "../run/ensure-pools.ts";
import type { DagsterEnvironment } from "../run/run-environment.ts";
import { scheduleInDagster } from "../schedule/schedule-in-dagster.ts";
import { dagsterEnvironment, workingDirectory, type ProductEnvironment } from "./product-environment.ts";

/**
 * Creates or replaces the schedule of a product's job: writes it beside the code location, has Dagster load that anew and
 * sees that the schedule is there. If it is not, or the signal is aborted before, what was written before is put back,
 * and Dagster is asked to load that. Whether the schedule is on is Dagster's business: a new one is as the configuration
 * says, and one that was there stays as it was.
 *
 * @throws InvalidScheduleError; DagsterScheduleError if there is no such job here; CodeLocationError;
 * DagsterLocationError if Dagster does not serve the code location or has no such schedule; the client's errors.
 */
export async function scheduleJob({ signal, ...request }: JobSchedule & CallOptions, environment: ProductEnvironment): Promise<void> {
  const { config, logger } = environment;
  signal?.throwIfAborted();
  const schedule = documentSchedule(request, config.scheduleStatus);
  const folder = workingDirectory(environment);
  const document = folder === null ? undefined : await readDocument(folder);
  if (folder === null || document === undefined) throw notWritten(request.job, folder);
  const jobs = document.jobs.map(({ name }) => name);
  if (!jobs.includes(schedule.job)) throw noSuchJob(request.job, schedule.job, jobs, folder);
  const dagster = dagsterEnvironment(environment);
  // A server that is not there is found out before anything is written.
  await dagster.client.serverInfo({ signal });
  await ensurePools(document, { client: dagster.client, logger, signal });

  signal?.throwIfAborted();
  const { location } = document;
  const before = await setSchedule(folder, schedule.job, schedule);
  const { loadTimeoutMs } = config;
  const wanted = { location, workingDirectory: folder, job: schedule.job, hash: undefined, loadTimeoutMs, signal };
  try {
    await scheduleInDagster(schedule, wanted, dagster);
  } catch (error) {
    await putBack({ folder, location, job: schedule.job, before, reason: reasonOf(error) }, dagster);
    throw error;
  }
}

/** Never rejects: why the schedule was not taken is what the caller has to hear, and this is for the log. */
async function putBack(
  { folder, location, job, before, reason }: {
    readonly folder: string;
    readonly location: string;
    readonly job: string;
    readonly before: DagsterSchedule | undefined;
    readonly reason: string;
  },
  { client, logger }: DagsterEnvironment,
): Promise<void> {
  try {
    await setSchedule(folder, job, before);
    logger.warn("A schedule was not taken by Dagster; what was there before is in its place again.", { job, reason });
  } catch (error) {
    logger.error("A schedule was not taken by Dagster, and what was there before cannot be put back.", { job, folder, reason, fault: reasonOf(error) });
    return;
  }
  try {
    // Without the signal: it may be aborted, and Dagster have loaded the schedule already.
    await client.ask(RELOAD_LOCATION, { name: location });
  } catch (error) {
    logger.warn("Dagster may have the schedule until it loads its code location anew.", { job, location, fault: reasonOf(error) });
  }
}

function notWritten(job: string, folder: string | null): DagsterScheduleError {
  return folder === null
    ? new DagsterScheduleError({
        job,
        reason: "Dagster has a code location of its own, to which nothing can be written from here",
        hint: "State the schedule in the platform file, and deploy that.",
      })
    : new DagsterScheduleError({
        job,
        reason: `there is no code location in ${folder}`,
        hint: "Write it first: floe run does, and so does floe compile --entry-point with this folder.",
      });
}

function noSuchJob(job: string, name: string, jobs: readonly string[], folder: string): DagsterScheduleError {
  const near = nearest(name, jobs);
  const hint = near === undefined ? `Its jobs are: ${jobs.join(", ") || "none"}.` : `Did you mean "${near}"?`;
  return new DagsterScheduleError({ job, reason: `the code location in ${folder} has no job of this name`, hint });
}
