import type { JobSchedule, OrchestratorDefinitions } from "floe-core";
import { codeLocationFiles } from "../files/code-location-files.ts";
import { createAssets } from "./create-assets.ts";
import { createDocument, type DocumentRequest } from "./create-document.ts";

/**
 * A product as data: its assets, its job, the schedules by job and the files of the code location. Jobs and schedules
 * have Dagster's names. A schedule that was set for a job later replaces the one in its platform file. Writes nothing.
 *
 * @throws What {@link createDocument} throws.
 */
export function createDefinitions(request: DocumentRequest & { readonly kept: Iterable<JobSchedule> }): OrchestratorDefinitions {
  const document = createDocument(request);
  const assets = createAssets(request.artifacts.transforms);
  const schedules = new Map<string, JobSchedule>();
  for (const { job, cron, timezone } of [...document.schedules, ...request.kept]) schedules.set(job, { job, cron, timezone });
  return {
    assets,
    jobs: document.jobs.map(({ name }) => ({ name, assets: assets.map((asset) => asset.name) })),
    // A schedule may outlive its job: definitions.py leaves it out too.
    schedules: document.jobs.flatMap(({ name }) => schedules.get(name) ?? []),
    files: codeLocationFiles({ artifacts: request.artifacts, document }),
  };
}
