import type { CompiledArtifacts, JobSchedule, OrchestratorDefinitions } from "floe-core";
import { checkSchedule } from "../schedule/check-schedule.ts";
import { artifactsFile } from "./artifacts-file.ts";
import { createAssets } from "./create-assets.ts";

/**
 * A product as data: its assets, one job with all of them under the product's name, the schedules by job and
 * the entry file. A schedule that was set for the product's job later replaces the one in its platform file.
 *
 * @throws InvalidTransformsError, InvalidScheduleError or EntryPointError for artifacts that cannot be run.
 */
export function createDefinitions(
  artifacts: CompiledArtifacts,
  scheduled: Iterable<JobSchedule>,
): OrchestratorDefinitions {
  const assets = createAssets(artifacts.transforms);
  const job = artifacts.product.name;
  const file = artifactsFile(artifacts);
  const schedules = new Map<string, JobSchedule>();
  if (artifacts.schedule !== undefined) schedules.set(job, checkSchedule({ job, ...artifacts.schedule }));
  for (const schedule of scheduled) schedules.set(schedule.job, schedule);
  return {
    assets,
    jobs: [{ name: job, assets: assets.map(({ name }) => name) }],
    schedules: [...schedules.values()].sort((a, b) => (a.job < b.job ? -1 : 1)),
    files: { [file.name]: file.text },
  };
}
