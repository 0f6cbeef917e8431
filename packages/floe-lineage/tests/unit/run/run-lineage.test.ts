import type { CompiledArtifacts, LineageEvent, RunEvent } from "floe-core";
import { describe, expect, test } from "vitest";
import { RunLineage } from "../../../src/run/run-lineage.ts";
import { inProd, product, RUN_ID } from "../../support/product.ts";
import { eventValidator } from "../../support/validate-event.ts";

const at = "2026-01-01T06:00:00.000Z";
const base = { runId: RUN_ID, at };

function lineageOf(redact?: (text: string) => string, artifacts: CompiledArtifacts = product()) {
  const events: LineageEvent[] = [];
  const emitter = { emit: (event: LineageEvent) => void events.push(event) };
  const lineage = new RunLineage({ artifacts, targets: [{ emitter, naming: inProd }], redact });
  const handle = (...said: readonly RunEvent[]): void => said.forEach((one) => lineage.handle(one));
  return { lineage, events, handle };
}

const short = (events: readonly LineageEvent[]): readonly string[] =>
  events.map(({ eventType, job }) => `${eventType} ${job.name}`);

const runStarted: RunEvent = { type: "run-started", ...base, steps: ["stg_flights", "routes"] };
const started = (step: string): RunEvent => ({ type: "step-started", ...base, step });
const done = (step: string, rows: number): RunEvent => ({ type: "step-finished", ...base, step, durationMs: 1, rows });
const error = { code: "X_FAILED", message: "bad SQL" };

describe("RunLineage", () => {
  test("tells of a product and its transforms as parent and children, each run under one id", () => {
    const { events, handle } = lineageOf();
    handle(runStarted, started("stg_flights"), done("stg_flights", 3), started("routes"), done("routes", 2));
    handle({ type: "run-finished", ...base, status: "succeeded" });
    expect(short(events)).toEqual([
      "START flights",
      "START flights.stg_flights",
      "COMPLETE flights.stg_flights",
      "START flights.routes",
      "COMPLETE flights.routes",
      "COMPLETE flights",
    ]);
    const ids = events.map(({ run }) => run.runId);
    expect([ids[0], ids[5]]).toEqual([RUN_ID, RUN_ID]);
    expect([ids[1], ids[3]]).toEqual([ids[2], ids[4]]);
    expect(new Set(ids).size).toBe(3);
    expect(events[1]?.run.facets?.["parent"]).toMatchObject({ run: { runId: RUN_ID } });
  });

  test("adds what a step was described with to its last event", () => {
    const { lineage, events, handle } = lineageOf();
    handle(runStarted, started("stg_flights"));
    lineage.describe("stg_flights", { columns: [{ name: "origin", type: "VARCHAR" }], tables: ["raw_flights"] });
    handle(done("stg_flights", 3));
    expect(events.at(-1)).toMatchObject({
      inputs: [{ namespace: "file", name: "/data/flights.parquet" }],
      outputs: [{ facets: { schema: { fields: [{ name: "origin" }] } }, outputFacets: { outputStatistics: { rowCount: 3 } } }],
    });
  });

  test("fails a product without naming transforms when none of them failed", () => {
    const { events, handle } = lineageOf();
    handle(runStarted, { type: "run-finished", ...base, status: "failed" });
    expect(short(events)).toEqual(["START flights", "FAIL flights"]);
    expect(events[1]?.run.facets).not.toHaveProperty("errorMessage");
  });

  test("fails the step and the product, and says nothing of what was skipped", () => {
    const { events, handle } = lineageOf();
    handle(runStarted, started("stg_flights"));
    handle({ type: "step-failed", ...base, step: "stg_flights", durationMs: 1, error });
    handle({ type: "step-skipped", ...base, step: "routes", becauseOf: "stg_flights" });
    handle({ type: "run-finished", ...base, status: "failed" });
    expect(short(events).slice(2)).toEqual(["FAIL flights.stg_flights", "FAIL flights"]);
    expect(events[2]?.run.facets?.["errorMessage"]).toMatchObject({ message: "bad SQL (X_FAILED)" });
    expect(events[3]?.run.facets?.["errorMessage"]).toMatchObject({ message: "Failed transforms: stg_flights" });
  });

  test("aborts what was running when the run was cancelled, and says nothing of what had not started", () => {
    const { events, handle } = lineageOf();
    handle(runStarted, started("stg_flights"));
    handle({ type: "step-cancelled", ...base, step: "routes" }, { type: "step-cancelled", ...base, step: "stg_flights" });
    handle({ type: "run-finished", ...base, status: "cancelled" });
    expect(short(events).slice(2)).toEqual(["ABORT flights.stg_flights", "ABORT flights"]);
  });

  test("names things for each target by its own strategy", () => {
    const seen: string[] = [];
    const target = (template: string) => ({
      emitter: { emit: ({ job }: LineageEvent) => void seen.push(job.namespace) },
      naming: { strategy: "any", template, defaultNamespace: "none" },
    });
    new RunLineage({ artifacts: product(), targets: [target("a"), target("{product}")] }).handle(runStarted);
    expect(seen).toEqual(["a", "flights"]);
  });

  test("masks whatever it sends", () => {
    const { events, handle } = lineageOf((text) => text.replaceAll("stg_flights", "[secret]"));
    handle(runStarted, started("routes"));
    expect(events[1]?.job.facets?.["sql"]).toMatchObject({ query: "SELECT * FROM [secret]" });
    expect(JSON.stringify(events)).not.toContain("stg_flights");
  });

  test("leaves out a step that is none of the product's", () => {
    const { events, handle } = lineageOf();
    handle(started("elsewhere"), done("elsewhere", 1), done("routes", 1));
    expect(events).toEqual([]);
  });

  test("sends nothing that OpenLineage's own schemas object to", (ctx) => {
    const problemsOf = eventValidator(ctx);
    const { lineage, events, handle } = lineageOf();
    handle(runStarted, started("stg_flights"));
    lineage.describe("stg_flights", {
      columns: [{ name: "origin", type: "VARCHAR" }],
      columnLineage: [
        { column: "origin", inputs: [{ table: "raw_flights", column: "Origin", transformation: "IDENTITY" }] },
      ],
    });
    handle(done("stg_flights", 3), started("routes"));
    handle({ type: "step-failed", ...base, step: "routes", durationMs: 1, error });
    handle({ type: "run-finished", ...base, status: "failed" });
    expect(events).toHaveLength(6);
    expect(events.flatMap(problemsOf)).toEqual([]);
  });
});
