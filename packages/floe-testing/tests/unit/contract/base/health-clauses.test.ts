import type { ConnectionResult, HealthStatus } from "floe-core";
import { expect, test } from "vitest";
import { Accepting } from "../../../../src/broken/configured-compute.ts";
import type { SoundCompute } from "../../../../src/broken/sound-compute.ts";
import { tryClause } from "../../../support/try-clause.ts";

const HONEST = "health/is-honest";
const UNREACHABLE = { unreachable: { files: ["nowhere"] } };

/** A class that calls itself this. */
function answeringHealth(status: unknown, connection?: Partial<ConnectionResult>): new () => SoundCompute {
  return class extends Accepting {
    override healthCheck(): HealthStatus {
      return status as HealthStatus;
    }

    override async validateConnection(): Promise<ConnectionResult> {
      return { ...(await super.validateConnection()), ...connection };
    }
  };
}

test(`${HONEST} is broken by a plugin that is healthy where there is nothing to reach`, async () => {
  expect(await tryClause(HONEST, answeringHealth({ state: "healthy" }), UNREACHABLE)).toEqual({
    result: "broken",
    reason: "It cannot reach what it needs, and calls itself healthy",
  });
});

test.each([["unhealthy"], ["degraded"]])(`${HONEST} is kept by a plugin that calls itself %s then`, async (state) => {
  expect(await tryClause(HONEST, answeringHealth({ state }), UNREACHABLE)).toMatchObject({ result: "kept" });
});

test(`${HONEST} is kept by a plugin that does not start where there is nothing to reach`, async () => {
  class Strict extends Accepting {
    override startup(): void {
      if ((this.config as { readonly files: readonly string[] }).files.includes("nowhere")) throw new Error("no such file");
    }
  }
  expect(await tryClause(HONEST, Strict, UNREACHABLE)).toEqual({ result: "kept", reason: "" });
});

test(`${HONEST} compares health and connection where nothing unreachable is declared`, async () => {
  const contradicting = answeringHealth({ state: "healthy" }, { status: "unhealthy" });
  expect(await tryClause(HONEST, contradicting)).toEqual({
    result: "broken",
    reason: "validateConnection says that it is unhealthy, and healthCheck that it is healthy",
  });
  const agreeing = answeringHealth({ state: "unhealthy" }, { status: "unhealthy" });
  expect(await tryClause(HONEST, agreeing)).toEqual({ result: "kept", reason: "" });
});

test.each([
  ["no object", undefined, "a state that is not healthy, degraded or unhealthy"],
  ["a message that is no text", { state: "healthy", message: 1 }, "a message that is no text"],
  ["a list as its details", { state: "healthy", details: [] }, "details that are no object"],
  ["a date in its details", { state: "healthy", details: { at: new Date(0) } }, "details that JSON cannot hold"],
  ["a BigInt in its details", { state: "healthy", details: { rows: 1n } }, "details that JSON cannot hold"],
])("health/answers-a-status is broken by an answer with %s", async (_, status, found) => {
  expect(await tryClause("health/answers-a-status", answeringHealth(status))).toEqual({
    result: "broken",
    reason: `healthCheck answers with ${found}`,
  });
});

test("health/answers-a-status takes a status with everything in it", async () => {
  const status = { state: "degraded", message: "slow", details: { latencyMs: 900, nested: { tries: [1, 2] } } };
  expect(await tryClause("health/answers-a-status", answeringHealth(status))).toEqual({ result: "kept", reason: "" });
});
