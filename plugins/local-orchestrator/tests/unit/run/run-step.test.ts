import type { MaterializeResult } from "floe-core";
import { describe, expect, test } from "vitest";
import { ComputePool } from "../../../src/run/compute-pool.ts";
import { runStep } from "../../../src/run/run-step.ts";
import { recordingLogger } from "../../../../../packages/floe-core/tests/support/orchestration.ts";
import { FakeCompute, type FakeScript } from "../../support/fake-compute.ts";
import { transform } from "../../support/transform.ts";

function stepOn(script: FakeScript) {
  const compute = new FakeCompute(script);
  const logger = recordingLogger();
  const { signal } = new AbortController();
  const pool = new ComputePool({ computes: [compute], sources: [], signal, logger });
  return { compute, logger, options: { pool, signal, logger } };
}

describe("runStep", () => {
  test("materializes in a session of its own and closes it", async () => {
    const { compute, options } = stepOn({ materialize: () => 7 });
    expect(await runStep(transform("a"), options)).toEqual({ rows: 7, columns: [] });
    expect(compute.calls).toEqual(["open 1", "open 2", "materialize a", "close 2"]);
  });

  test("asks for what the transform states, and for nothing else", async () => {
    const { compute, options } = stepOn({});
    const stated = {
      sql: "SELECT 1",
      schema: "mart",
      materialization: "incremental",
      uniqueKey: ["id"],
      watermark: "at",
    } as const;
    await runStep(transform("a", ["b"], { ...stated, tags: ["x"], meta: { owner: "ada" } }), options);
    expect(compute.requests).toEqual([{ name: "a", ...stated }]);
  });

  test("lets the session be inspected once the transform is made, before it is closed", async () => {
    const { compute, options } = stepOn({ materialize: () => 7 });
    const inspect = async (_session: unknown, { rows }: MaterializeResult): Promise<void> => {
      compute.calls.push(`inspect ${rows ?? "a view"}`);
    };
    await runStep(transform("a"), { ...options, inspect });
    expect(compute.calls.slice(-3)).toEqual(["materialize a", "inspect 7", "close 2"]);
  });

  test("closes the session of a step that failed", async () => {
    const failure = new Error("bad SQL");
    const { compute, options } = stepOn({ materialize: () => Promise.reject(failure) });
    await expect(runStep(transform("a"), options)).rejects.toBe(failure);
    expect(compute.calls.at(-1)).toBe("close 2");
  });

  test("fails when the session does not close", async () => {
    const failure = new Error("disk full");
    const { options } = stepOn({ close: () => Promise.reject(failure) });
    await expect(runStep(transform("a"), options)).rejects.toBe(failure);
  });

  test("keeps the first failure when the session does not close either, and logs the second", async () => {
    const failure = new Error("bad SQL");
    const { logger, options } = stepOn({
      materialize: () => Promise.reject(failure),
      close: () => Promise.reject(new Error("disk full")),
    });
    await expect(runStep(transform("a"), options)).rejects.toBe(failure);
    expect(logger.lines).toMatchObject([{ level: "error", fields: { error: { message: "disk full" } } }]);
  });
});
