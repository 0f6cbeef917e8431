import { nearest } from "floe-core";
import { DagsterLocationError } from "../errors/dagster-location-error.ts";
import { DagsterUnavailableError } from "../errors/dagster-unavailable-error.ts";
import { pythonErrorText, type PythonError } from "../graphql/python-error.ts";

/** Whose trouble it is, and where it lives. */
export interface LocationPlace {
  readonly location: string;
  /** Absolute; null if Dagster has a copy of its own. */
  readonly workingDirectory: string | null;
}

/** The workspace has no such code location. */
export function locationMissing({ location, workingDirectory }: LocationPlace, there: readonly string[]): DagsterLocationError {
  const near = nearest(location, there);
  const reason = there.length === 0 ? "Dagster serves none" : `Dagster serves ${there.slice(0, 10).map((name) => `"${name}"`).join(", ")}`;
  const guess = near === undefined ? "" : ` Or set the orchestrator's location to "${near}".`;
  return new DagsterLocationError({ location, problem: "missing", reason: `it is not there: ${reason}`, hint: startHint(workingDirectory) + guess });
}

/** Its Python code raised. */
export function locationFailed({ location, workingDirectory }: LocationPlace, error: PythonError): DagsterLocationError {
  const where = workingDirectory === null ? "the deployed code location" : workingDirectory;
  const hint = `Run \`dagster definitions validate\` in ${where} for the whole error.`;
  return new DagsterLocationError({ location, problem: "failed", reason: `it failed to load: ${pythonErrorText(error)}`, hint });
}

/** It did not load in time. */
export function locationLoading({ location }: LocationPlace, loadTimeoutMs: number): DagsterLocationError {
  const reason = `it was still loading after ${Math.round(loadTimeoutMs / 1000)} s`;
  return new DagsterLocationError({ location, problem: "loading", reason, hint: "Look at the output of its code server, or raise the orchestrator's loadTimeoutMs." });
}

/** It serves something else than this version of the product. */
export function locationOutdated({ location, workingDirectory }: LocationPlace, reason: string): DagsterLocationError {
  const hint =
    workingDirectory === null
      ? "Deploy this version of the product, or run the version that is deployed."
      : `Its files are in ${workingDirectory}: check that this is where Dagster loads them from. If it was started elsewhere, ${lowerStart(workingDirectory)}`;
  return new DagsterLocationError({ location, problem: "version", reason, hint });
}

/** What a request failed with; where nobody listens, with the folder in which to start Dagster, which is easily forgotten. */
export function withPlaceToStart({ workingDirectory }: LocationPlace, error: unknown): unknown {
  if (!(error instanceof DagsterUnavailableError) || !error.isUnsent || workingDirectory === null) return error;
  const { url, reason, isUnsent } = error;
  const hint = `${startHint(workingDirectory).replace(/\.$/, "")}, or correct the orchestrator's url.`;
  return new DagsterUnavailableError({ url, reason, isUnsent, hint, cause: error });
}

/** How to have a product served. */
export function startHint(workingDirectory: string | null): string {
  return workingDirectory === null
    ? "Deploy the product's code location, or name the one that is deployed as the orchestrator's location."
    : `S${lowerStart(workingDirectory).slice(1)}`;
}

function lowerStart(workingDirectory: string): string {
  return `start \`dagster dev\` in ${workingDirectory}.`;
}
