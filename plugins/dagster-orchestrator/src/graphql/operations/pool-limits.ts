import { z } from "zod";
import type { Operation } from "../operation.ts";

/** A step that has a slot of a pool, or waits for one. */
export interface PoolClaim {
  readonly pool: string;
  readonly runId: string;
  readonly stepKey: string;
}

/** How this instance limits pools. */
export interface PoolLimits {
  /** Whether the instance's storage can do it at all. */
  readonly isSupported: boolean;
  /** What a limit counts: steps, or whole runs. */
  readonly granularity: "op" | "run";
  /** What somebody set, by pool. Pools without a limit of their own are not in it. */
  readonly limits: ReadonlyMap<string, number>;
  /** Who takes part in the pools, each step once. */
  readonly claims: readonly PoolClaim[];
}

const steps = z.array(z.object({ runId: z.string(), stepKey: z.string() }));

const key = z.object({
  concurrencyKey: z.string(),
  limit: z.number().nullable(),
  usingDefaultLimit: z.boolean().nullable(),
  claimedSlots: steps,
  pendingSteps: steps,
});

/** A step that has a slot is still among those that wait for one. */
function claimsOf({ concurrencyKey: pool, claimedSlots, pendingSteps }: z.infer<typeof key>): readonly PoolClaim[] {
  const claims = [...claimedSlots, ...pendingSteps].map(({ runId, stepKey }): [string, PoolClaim] => [`${runId} ${stepKey}`, { pool, runId, stepKey }]);
  return [...new Map(claims).values()];
}

/** The limits of this instance's pools, and who is in them. */
export const POOL_LIMITS: Operation<Readonly<Record<string, never>>, PoolLimits> = {
  name: "FloePoolLimits",
  document: `query FloePoolLimits {
    instance {
      supportsConcurrencyLimits
      concurrencyLimits { concurrencyKey limit usingDefaultLimit claimedSlots { runId stepKey } pendingSteps { runId stepKey } }
      poolConfig { poolGranularity }
    }
  }`,
  schema: z
    .object({
      instance: z.object({
        supportsConcurrencyLimits: z.boolean(),
        concurrencyLimits: z.array(key),
        poolConfig: z.object({ poolGranularity: z.string().nullable() }).nullable(),
      }),
    })
    .transform(({ instance: { supportsConcurrencyLimits, concurrencyLimits, poolConfig } }): PoolLimits => ({
      isSupported: supportsConcurrencyLimits,
      granularity: poolConfig?.poolGranularity === "run" ? "run" : "op",
      limits: new Map(concurrencyLimits.flatMap(({ concurrencyKey, limit, usingDefaultLimit }) => (limit === null || usingDefaultLimit === true ? [] : [[concurrencyKey, limit]]))),
      claims: concurrencyLimits.flatMap(claimsOf),
    })),
};
