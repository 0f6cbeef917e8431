import { expect, test } from "vitest";
import { ensurePools } from "../../../src/run/ensure-pools.ts";
import { documentOf } from "../../support/plan.ts";
import { recordingLogger } from "../../support/recording-logger.ts";
import { scriptedClient } from "../../support/scripted-client.ts";

interface Instance {
  readonly limit?: number;
  readonly granularity?: string;
  readonly isSupported?: boolean;
}

async function ensured({ limit, granularity = "op", isSupported = true }: Instance, pool: string | null = "file") {
  const logger = recordingLogger();
  const client = scriptedClient((operation) => {
    if (operation === "FloeSetPoolLimit") return { setConcurrencyLimit: true };
    const concurrencyLimits = limit === undefined ? [] : [{ concurrencyKey: "file", limit, usingDefaultLimit: false, claimedSlots: [], pendingSteps: [] }];
    return { instance: { supportsConcurrencyLimits: isSupported, concurrencyLimits, poolConfig: { poolGranularity: granularity } } };
  });
  await ensurePools(documentOf({ a: [], b: [] }, pool), { client, logger });
  return { asked: client.asked.map(({ operation }) => operation), variables: client.asked.at(-1)?.variables, warnings: logger.warnings };
}

test("ensurePools limits a pool without a limit to one step, once", async () => {
  expect(await ensured({})).toEqual({ asked: ["FloePoolLimits", "FloeSetPoolLimit"], variables: { pool: "file", limit: 1 }, warnings: [] });
});

test("ensurePools leaves a limit alone that somebody set, and tells of one that does harm", async () => {
  expect(await ensured({ limit: 1 })).toMatchObject({ asked: ["FloePoolLimits"], warnings: [] });
  expect(await ensured({ limit: 2 })).toMatchObject({ asked: ["FloePoolLimits"], warnings: [expect.stringContaining("several steps")] });
  expect(await ensured({ limit: 0 })).toMatchObject({ asked: ["FloePoolLimits"], warnings: [expect.stringContaining("no step run")] });
});

test("ensurePools tells where limits do not keep steps apart", async () => {
  expect(await ensured({ granularity: "run" })).toMatchObject({ warnings: [expect.stringContaining("by run, not by step")] });
  expect(await ensured({ isSupported: false })).toMatchObject({ asked: ["FloePoolLimits"], warnings: [expect.stringContaining("no limits for pools")] });
});

test("ensurePools asks nothing where there are no pools", async () => {
  expect(await ensured({}, null)).toMatchObject({ asked: [] });
});

/** A pool of the document, "file", that steps of runs take part in, and another that is not the document's. */
async function freed(statuses: Readonly<Record<string, string | null>>, claims: { readonly file: readonly string[]; readonly other?: readonly string[] }) {
  const told: unknown[] = [];
  const logger = { ...recordingLogger(), info: (_message: string, fields?: object) => void told.push(fields) };
  const steps = (runs: readonly string[]) => runs.map((runId, index) => ({ runId, stepKey: `step${index}` }));
  const concurrencyLimits = Object.entries(claims).map(([concurrencyKey, runs]) => {
    return { concurrencyKey, limit: 1, usingDefaultLimit: false, claimedSlots: steps(runs).slice(0, 1), pendingSteps: steps(runs) };
  });
  const client = scriptedClient((operation, { runId }) => {
    if (operation === "FloePoolLimits") return { instance: { supportsConcurrencyLimits: true, concurrencyLimits, poolConfig: null } };
    if (operation === "FloeFreeSlot") return { freeConcurrencySlots: true };
    const status = statuses[String(runId)] ?? null;
    return { runOrError: status === null ? { __typename: "RunNotFoundError" } : { __typename: "Run", status, creationTime: 1, endTime: null } };
  });
  await ensurePools(documentOf({ a: [], b: [] }, "file"), { client, logger });
  return { freed: client.asked.flatMap(({ operation, variables }) => (operation === "FloeFreeSlot" ? [variables] : [])), told, warnings: logger.warnings };
}

test.for(["SUCCESS", "FAILURE", "CANCELED", null])("ensurePools frees what a run has left behind that is %s, and says so", async (status) => {
  expect(await freed({ ended: status }, { file: ["ended", "ended"] })).toEqual({
    freed: [{ runId: "ended", stepKey: "step0" }, { runId: "ended", stepKey: "step1" }],
    told: ["step0", "step1"].map((step) => ({ pool: "file", runId: "ended", step, status: status ?? "gone" })),
    warnings: [],
  });
});

test.for(["QUEUED", "STARTING", "STARTED", "CANCELING"])("ensurePools leaves the slots of a run alone that is %s", async (status) => {
  expect(await freed({ live: status, ended: "FAILURE" }, { file: ["live", "ended"] })).toMatchObject({ freed: [{ runId: "ended", stepKey: "step1" }] });
  expect(await freed({ live: status }, { file: ["live"] })).toEqual({ freed: [], told: [], warnings: [] });
});

test("ensurePools leaves the slots of pools alone that are not the document's", async () => {
  expect(await freed({ ended: "FAILURE" }, { file: [], other: ["ended"] })).toEqual({ freed: [], told: [], warnings: [] });
});
