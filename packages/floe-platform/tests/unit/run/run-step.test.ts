import { PluginError, silentLogger, type ComputeSession, type MaterializeRequest, type TransformConfig } from "floe-core";
import { describe, expect, test } from "vitest";
import { runStep } from "../../../src/run/run-step.ts";
import { FakeCompute } from "../../support/fake-plugins.ts";

const transform: TransformConfig = {
  name: "daily",
  sql: "SELECT 1 AS a",
  materialization: "table",
  tags: [],
  dependsOn: [],
  meta: {},
  compute: null,
};
class FakeError extends PluginError {}

const work = {
  transform,
  sources: [{ name: "raw", path: "raw.csv" }],
  logger: silentLogger,
  redact: (text: string) => text.replaceAll("hunter2", "[secret]"),
};

/** An engine whose sessions do as they are told, and note it. */
function computeOf(session: Partial<ComputeSession>): { compute: FakeCompute; journal: string[]; requests: MaterializeRequest[] } {
  const journal: string[] = [];
  const requests: MaterializeRequest[] = [];
  const all: ComputeSession = {
    execute: async () => {},
    query: async () => [],
    stream: async function* () {},
    registerSource: async ({ name }) => void journal.push(`source ${name}`),
    materialize: async (request) => {
      requests.push(request);
      return { rows: 1, columns: [{ name: "a", type: "INTEGER" }] };
    },
    close: async () => void journal.push("close"),
    ...session,
  };
  const compute = new FakeCompute();
  return { compute: Object.assign(compute, { openSession: async () => all }), journal, requests };
}

async function run(session: Partial<ComputeSession>, signal = new AbortController().signal) {
  const { compute, journal, requests } = computeOf(session);
  return { outcome: await runStep({ ...work, compute, signal }), journal, requests };
}

describe(runStep.name, () => {
  test("runStep registers the sources, makes the transform and closes the session", async () => {
    const { outcome, journal, requests } = await run({});
    expect(outcome).toEqual({
      step: { name: "daily", status: "succeeded", durationMs: expect.any(Number) as number, rows: 1 },
      columns: [{ name: "a", type: "INTEGER" }],
      columnLineage: null,
    });
    expect(journal).toEqual(["source raw", "close"]);
    expect(requests).toMatchObject([{ name: "daily", sql: "SELECT 1 AS a", materialization: "table" }]);
  });

  test("runStep says where the columns come from if the engine can tell", async () => {
    const columnLineage = [{ column: "a", inputs: [{ table: "raw", column: "b", transformation: "IDENTITY" }] }] as const;
    const { outcome, journal } = await run({ getColumnLineage: async (sql) => (sql === transform.sql ? columnLineage : null) });
    expect(outcome.columnLineage).toEqual(columnLineage);
    expect(journal).toEqual(["source raw", "close"]);
  });

  test("runStep succeeds although the engine fails at telling where the columns come from", async () => {
    const { outcome } = await run({ getColumnLineage: () => Promise.reject(new Error("no parser")) });
    expect(outcome).toMatchObject({ step: { status: "succeeded" }, columnLineage: null });
  });

  test("runStep masks secrets in a failure", async () => {
    const { outcome } = await run({ materialize: () => Promise.reject(new Error("no entry for hunter2")) });
    expect(outcome.step.error?.message).toBe('Cannot run transform "daily": no entry for [secret]');
  });

  test("runStep leaves out the rows of a view", async () => {
    const { outcome } = await run({ materialize: async () => ({ rows: null, columns: [] }) });
    expect(outcome.step).not.toHaveProperty("rows");
  });

  test("runStep answers a failure with the error's code and hint, and closes the session", async () => {
    const failing = () => Promise.reject(new FakeError("FLOE_SQL", "Cannot make daily: no column b", { hint: "Look at line 1." }));
    const { outcome, journal } = await run({ materialize: failing });
    expect(outcome).toMatchObject({
      step: { status: "failed", error: { code: "FLOE_SQL", message: "Cannot make daily: no column b", hint: "Look at line 1." } },
      columns: [],
    });
    expect(journal).toEqual(["source raw", "close"]);
  });

  test.each([
    ["a session that does not close", { close: () => Promise.reject(new Error("disk full")) }, "disk full"],
    ["a failure whose session does not close either", { materialize: () => Promise.reject(new Error("boom")), close: () => Promise.reject(new Error("disk full")) }, "boom"],
    ["a compute that reads no sources", { registerSource: undefined }, "cannot read the product's sources"],
  ] as const)("runStep fails for %s", async (_, session, message) => {
    const { outcome } = await run(session as Partial<ComputeSession>);
    expect(outcome.step).toMatchObject({ status: "failed", error: { code: "FLOE_STEP" } });
    expect(outcome.step.error?.message).toContain(message);
  });

  test("runStep fails for a compute that opens no sessions", async () => {
    const outcome = await runStep({ ...work, compute: new FakeCompute(), signal: new AbortController().signal });
    expect(outcome.step.error?.message).toContain("duckdb cannot run SQL in this process");
  });

  test("runStep is cancelled by its signal", async () => {
    const controller = new AbortController();
    const { outcome } = await run(
      {
        materialize: () => {
          controller.abort(new Error("enough"));
          return Promise.reject(new Error("interrupted"));
        },
      },
      controller.signal,
    );
    expect(outcome).toMatchObject({ step: { status: "cancelled" }, columns: [] });
    expect(outcome.step).not.toHaveProperty("error");
  });
});
