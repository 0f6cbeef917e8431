import { LOCATION_ENTRY, type LocationEntry, type LocationJob } from "../graphql/operations/location-entry.ts";
import { LOCATION_STATUSES } from "../graphql/operations/location-statuses.ts";
import { RELOAD_LOCATION } from "../graphql/operations/reload-location.ts";
import { locationFailed, locationLoading, locationMissing, locationOutdated, withPlaceToStart, type LocationPlace } from "./location-problem.ts";
import type { DagsterEnvironment } from "./run-environment.ts";

/** The code location that is wanted. */
export interface WantedLocation extends LocationPlace {
  /** The product's job, as Dagster calls it. */
  readonly job: string;
  /** The document's; undefined if any version will do, once it has been loaded anew. */
  readonly hash: string | undefined;
  /** How long it may take to load, all in all. */
  readonly loadTimeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** The tag of a job that says which document it was made of. */
const HASH_TAG = "floe/hash";

const LOOK_AGAIN_MS = 500;

/**
 * Sees to it that Dagster serves this version of the product: a code location that serves another one, or failed to
 * load, is loaded anew, once. Resolves with the job's repository, which a launch has to name.
 *
 * @throws DagsterLocationError if it is missing, fails to load, does not load in time or still serves something else;
 * the client's errors; the signal's reason once it is aborted.
 */
export async function ensureLocation(wanted: WantedLocation, environment: Pick<DagsterEnvironment, "client" | "clock" | "pause">): Promise<LocationJob> {
  const { location, loadTimeoutMs, signal, hash } = wanted;
  const { client, clock, pause } = environment;
  const options = signal === undefined ? {} : { signal };
  const start = clock.elapsedMs();
  let isReloaded = false;
  for (;;) {
    const entry = await client.ask(LOCATION_ENTRY, { name: location }, options).catch((error: unknown) => {
      throw withPlaceToStart(wanted, error);
    });
    if (entry.state === "missing") throw locationMissing(wanted, await namesThere(environment, options));
    const leftMs = loadTimeoutMs - (clock.elapsedMs() - start);
    if (entry.state === "loading") {
      if (leftMs <= 0) throw locationLoading(wanted, loadTimeoutMs);
      await pause(Math.min(LOOK_AGAIN_MS, leftMs), signal);
      signal?.throwIfAborted();
      continue;
    }
    const job = jobOf(entry, wanted);
    if (job !== undefined && (hash === undefined ? isReloaded : job.tags[HASH_TAG] === hash)) return job;
    if (isReloaded) throw problemOf(entry, wanted, job);
    if (entry.state === "loaded" && !entry.isReloadSupported) throw notReloadable(wanted);
    // Looked at again whatever it says: what the location serves then is in the entry alone.
    const outcome = await client.ask(RELOAD_LOCATION, { name: location }, { ...options, timeoutMs: Math.max(leftMs, 1_000) });
    if (outcome === "unsupported") throw notReloadable(wanted);
    isReloaded = true;
  }
}

function jobOf(entry: LocationEntry, { job }: WantedLocation): LocationJob | undefined {
  return entry.state === "loaded" ? entry.jobs.find(({ name }) => name === job) : undefined;
}

function notReloadable(wanted: WantedLocation): Error {
  return locationOutdated(wanted, "it serves another version of the product, and its server cannot load another one");
}

function problemOf(entry: LocationEntry, wanted: WantedLocation, job: LocationJob | undefined): Error {
  if (entry.state === "failed") return locationFailed(wanted, entry.error);
  if (job === undefined) return locationOutdated(wanted, `it has no job "${wanted.job}"`);
  const served = job.tags[HASH_TAG];
  return locationOutdated(wanted, `it serves ${served === undefined ? "something that floe did not make" : `version ${served}`} also after it was loaded anew, and not ${wanted.hash ?? ""}`);
}

async function namesThere({ client }: Pick<DagsterEnvironment, "client">, options: { readonly signal?: AbortSignal }): Promise<readonly string[]> {
  return (await client.ask(LOCATION_STATUSES, {}, options)).map(({ name }) => name);
}
