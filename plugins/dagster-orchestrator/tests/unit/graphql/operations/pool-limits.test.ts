import { expect, test } from "vitest";
import { POOL_LIMITS } from "../../../../src/graphql/operations/pool-limits.ts";

const NOBODY = { claimedSlots: [], pendingSteps: [] };

test("POOL_LIMITS reads the limits that somebody set, not the ones that come from a default", () => {
  const concurrencyLimits = [
    { concurrencyKey: "a", limit: 2, usingDefaultLimit: false, ...NOBODY },
    { concurrencyKey: "b", limit: 5, usingDefaultLimit: true, ...NOBODY },
    { concurrencyKey: "c", limit: null, usingDefaultLimit: null, ...NOBODY },
  ];
  const instance = { supportsConcurrencyLimits: true, concurrencyLimits, poolConfig: { poolGranularity: null } };
  expect(POOL_LIMITS.schema.parse({ instance })).toEqual({ isSupported: true, granularity: "op", limits: new Map([["a", 2]]), claims: [] });
});

test("POOL_LIMITS reads what a limit counts", () => {
  const instance = { supportsConcurrencyLimits: false, concurrencyLimits: [], poolConfig: { poolGranularity: "run" } };
  expect(POOL_LIMITS.schema.parse({ instance })).toMatchObject({ isSupported: false, granularity: "run" });
  expect(POOL_LIMITS.schema.parse({ instance: { ...instance, poolConfig: null } })).toMatchObject({ granularity: "op" });
});

test("POOL_LIMITS reads who has a slot or waits for one, each step once", () => {
  const first = { runId: "one", stepKey: "first" };
  const second = { runId: "one", stepKey: "second" };
  const concurrencyLimits = [
    { concurrencyKey: "a", limit: 1, usingDefaultLimit: false, claimedSlots: [first], pendingSteps: [first, second] },
    { concurrencyKey: "b", limit: null, usingDefaultLimit: null, claimedSlots: [{ runId: "two", stepKey: "first" }], pendingSteps: [] },
  ];
  const instance = { supportsConcurrencyLimits: true, concurrencyLimits, poolConfig: null };
  expect(POOL_LIMITS.schema.parse({ instance }).claims).toEqual([{ pool: "a", ...first }, { pool: "a", ...second }, { pool: "b", runId: "two", stepKey: "first" }]);
});
