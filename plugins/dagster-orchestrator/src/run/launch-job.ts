import { randomUUID } from "node:crypto";
import { DagsterLaunchError } from "../errors/dagster-launch-error.ts";
import { DagsterServerError } from "../errors/dagster-server-error.ts";
import { DagsterUnavailableError } from "../errors/dagster-unavailable-error.ts";
import { FIND_RUN } from "../graphql/operations/find-run.ts";
import { LAUNCH_RUN, type LaunchOutcome } from "../graphql/operations/launch-run.ts";
import { shortText } from "../text/short-text.ts";
import { isPassing } from "./is-passing.ts";
import type { DagsterEnvironment } from "./run-environment.ts";

/** What is to be launched. */
export interface LaunchRequest {
  readonly location: string;
  readonly repository: string;
  readonly job: string;
  /** Dagster's keys; undefined for the whole job. */
  readonly keys: readonly string[] | undefined;
  readonly tags: Readonly<Record<string, string>>;
  /** How long the webserver may be away while a launch is looked for whose reply was lost. */
  readonly outageTimeoutMs: number;
}

/** The tag by which a launch is found again. */
export const LAUNCH_TAG = "floe/launch";

const LOOK_AGAIN_MS = 1_000;

/** Between the loss of a reply and the moment when a run that is not there will not come any more. */
const STILL_LAUNCHING_MS = 15_000;

/**
 * Launches a job and answers with Dagster's id of the run. It takes no signal: a launch that is under way is waited
 * for, so that no run goes on which nobody knows. It is asked for once; when the reply is lost, the run is looked for
 * by a tag that no other launch has.
 *
 * @throws DagsterLaunchError if Dagster refuses; DagsterUnavailableError if it cannot be told whether there is a run.
 */
export async function launchJob(request: LaunchRequest, environment: DagsterEnvironment): Promise<string> {
  const { location, repository, job, keys, tags } = request;
  const launch = randomUUID();
  const selection = keys === undefined ? {} : { assetSelection: keys.map((key) => ({ path: [key] })) };
  const params = {
    selector: { repositoryLocationName: location, repositoryName: repository, jobName: job, ...selection },
    executionMetadata: { tags: Object.entries({ ...tags, [LAUNCH_TAG]: launch }).map(([key, value]) => ({ key, value })) },
  };
  let outcome: LaunchOutcome;
  try {
    outcome = await environment.client.ask(LAUNCH_RUN, { params });
  } catch (error) {
    if (error instanceof DagsterServerError) throw failed(job, error);
    if (!(error instanceof DagsterUnavailableError) || error.isUnsent) throw error;
    return findLaunched(launch, error, request, environment);
  }
  if (outcome.state === "launched") return outcome.runId;
  const { refusal, reasons } = outcome;
  throw new DagsterLaunchError({ job, refusal, reason: shortText(reasons.join("\n")), hint: hintFor(refusal) });
}

/** The reply is lost, the run perhaps not. */
async function findLaunched(
  launch: string,
  cause: DagsterUnavailableError,
  { outageTimeoutMs }: LaunchRequest,
  { client, clock, logger, pause }: DagsterEnvironment,
): Promise<string> {
  logger.warn("Dagster's reply to a launch was lost; the run is looked for.", { launch, reason: cause.message });
  const start = clock.elapsedMs();
  let answeredAt: number | undefined;
  for (;;) {
    try {
      const runId = await client.ask(FIND_RUN, { key: LAUNCH_TAG, value: launch });
      if (runId !== null) return runId;
      answeredAt ??= clock.elapsedMs();
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
    const now = clock.elapsedMs();
    const isOver = answeredAt === undefined ? now - start >= outageTimeoutMs : now - answeredAt >= STILL_LAUNCHING_MS;
    if (isOver) throw unknown(launch, cause);
    await pause(LOOK_AGAIN_MS);
  }
}

function unknown(launch: string, cause: DagsterUnavailableError): DagsterUnavailableError {
  const hint = `Whether there is a run is not known. It would have the tag ${LAUNCH_TAG}=${launch}: look for it in Dagster before the product is run again.`;
  return new DagsterUnavailableError({ url: cause.url, reason: `the reply to a launch was lost (${cause.message})`, hint, cause });
}

function failed(job: string, cause: DagsterServerError): DagsterLaunchError {
  const { className, hint } = cause;
  // The reason without the server error's own beginning, which says it in other words.
  const reason = cause.message.slice(cause.message.indexOf(cause.url) + cause.url.length + 2);
  return new DagsterLaunchError({ job, refusal: className ?? "errors", reason, hint, cause });
}

function hintFor(refusal: string): string | undefined {
  if (refusal === "PipelineNotFoundError" || refusal === "InvalidSubsetError") {
    return "Dagster serves another version of the product: reload its code location, then run again.";
  }
  return refusal === "RunConfigValidationInvalid" ? "The job needs no configuration of its own: look for a resource or an executor that does." : undefined;
}
