import type { DagsterAsset } from "../definitions/dagster-document.ts";
import { FREE_SLOT } from "../graphql/operations/free-slot.ts";
import { POOL_LIMITS, type PoolClaim } from "../graphql/operations/pool-limits.ts";
import { isTerminal, RUN_STATE } from "../graphql/operations/run-state.ts";
import { SET_POOL_LIMIT } from "../graphql/operations/set-pool-limit.ts";
import type { DagsterEnvironment } from "./run-environment.ts";

/**
 * Limits every pool of the document to one step at a time, unless somebody has set a limit: theirs stays, and is told of
 * in a warning if steps may get in each other's way, or never run. Slots of these pools that runs have left behind which
 * have ended are freed.
 */
export async function ensurePools(
  { assets }: { readonly assets: readonly Pick<DagsterAsset, "pool">[] },
  { client, logger, signal }: Pick<DagsterEnvironment, "client" | "logger"> & { readonly signal?: AbortSignal | undefined },
): Promise<void> {
  const pools = [...new Set(assets.flatMap(({ pool }) => (pool === null ? [] : [pool])))].sort();
  if (pools.length === 0) return;
  const options = signal === undefined ? {} : { signal };
  const { isSupported, granularity, limits, claims } = await client.ask(POOL_LIMITS, {}, options);
  if (!isSupported) {
    logger.warn("Dagster's storage has no limits for pools: steps that write into the same file may fail.", { pools });
    return;
  }
  if (granularity === "run") {
    logger.warn("Dagster limits pools by run, not by step: steps of one run that write into the same file may fail. Set concurrency.pools.granularity to op.", { pools });
  }
  for (const pool of pools) {
    const limit = limits.get(pool);
    if (limit === undefined) await client.ask(SET_POOL_LIMIT, { pool, limit: 1 }, options);
    else if (limit > 1) logger.warn("A pool lets several steps run at a time: steps that write into the same file may fail. Its limit was set by somebody, and stays.", { pool, limit });
    else if (limit < 1) logger.warn("A pool lets no step run: a run will wait until its limit is raised in Dagster.", { pool, limit });
  }
  await freeLeftClaims(claims.filter(({ pool }) => pools.includes(pool)), { client, logger, options });
}

/**
 * A run whose own process was killed gives nothing back. Unless an instance's `free_slots_after_run_end_seconds` says so,
 * Dagster does not take it back either, and the next run would stay in the queue for ever.
 */
async function freeLeftClaims(
  claims: readonly PoolClaim[],
  { client, logger, options }: Pick<DagsterEnvironment, "client" | "logger"> & { readonly options: { readonly signal?: AbortSignal } },
): Promise<void> {
  for (const runId of new Set(claims.map((claim) => claim.runId))) {
    const state = await client.ask(RUN_STATE, { runId }, options);
    if (state !== null && !isTerminal(state.status)) continue;
    for (const { pool, stepKey } of claims.filter((claim) => claim.runId === runId)) {
      await client.ask(FREE_SLOT, { runId, stepKey }, options);
      logger.info("A run that has ended had left its place in a pool taken: it is freed.", { pool, runId, step: stepKey, status: state?.status ?? "gone" });
    }
  }
}
