import { describe, expect, test } from "vitest";
import { ProductNames } from "../../../src/naming/product-names.ts";
import { productOrigin } from "../../../src/run/product-origin.ts";
import { stepEvent, type StepMoment } from "../../../src/run/step-event.ts";
import { inProd, product, RUN_ID, transform } from "../../support/product.ts";
import { eventValidator } from "../../support/validate-event.ts";

const context = { names: new ProductNames(product(), inProd), origin: productOrigin(product()) };

const started: StepMoment = {
  eventType: "START",
  eventTime: "2026-01-01T06:00:00.000Z",
  runId: "77a7f5e6-1d1f-4d9e-8f8f-0c6d4d1f7a11",
  parentRunId: RUN_ID,
  transform: transform("routes", ["stg_flights"], { schema: "mart" }),
};

const finished: StepMoment = {
  ...started,
  eventType: "COMPLETE",
  rows: 12,
  facts: {
    columns: [{ name: "origin", type: "VARCHAR" }],
    tables: ["Stg_Flights", "raw_flights"],
    columnLineage: [
      { column: "origin", inputs: [{ table: "airports", column: "iata", transformation: "TRANSFORMATION" }] },
    ],
  },
};

describe("stepEvent", () => {
  test("knows at the start the parent, the SQL, what the step waits for and what it makes", () => {
    const event = stepEvent(context, started);
    expect(event).toMatchObject({
      eventType: "START",
      run: {
        runId: started.runId,
        facets: { parent: { run: { runId: RUN_ID }, job: { namespace: "prod", name: "flights" } } },
      },
      job: {
        namespace: "prod",
        name: "flights.routes",
        facets: {
          jobType: { jobType: "TRANSFORM" },
          sql: { query: "SELECT * FROM stg_flights", dialect: "duckdb" },
        },
      },
    });
    expect(event.inputs).toEqual([{ namespace: "prod", name: "flights.stg_flights" }]);
    expect(event.outputs).toEqual([{ namespace: "prod", name: "flights.mart.routes" }]);
  });

  test("adds what was learned at the end: every input once, columns, their lineage and rows", () => {
    const event = stepEvent(context, finished);
    expect(event.inputs).toEqual([
      { namespace: "prod", name: "flights.stg_flights" },
      { namespace: "file", name: "/data/flights.parquet" },
      { namespace: "prod", name: "flights.airports" },
    ]);
    expect(event.outputs).toMatchObject([
      {
        name: "flights.mart.routes",
        facets: {
          schema: { fields: [{ name: "origin", type: "VARCHAR" }] },
          columnLineage: { fields: { origin: { inputFields: [{ name: "flights.airports", field: "iata" }] } } },
        },
        outputFacets: { outputStatistics: { rowCount: 12 } },
      },
    ]);
  });

  test("leaves out what the engine cannot tell", () => {
    const facts = { columns: [], columnLineage: null, tables: undefined };
    const [output] = stepEvent(context, { ...finished, rows: undefined, facts }).outputs;
    expect(Object.keys(output?.facets ?? {})).toEqual(["schema"]);
    expect(output).not.toHaveProperty("outputFacets");
  });

  test("names the dialect after the compute that the transform states", () => {
    const event = stepEvent(context, { ...started, transform: transform("x", [], { compute: "postgres" }) });
    expect(event.job.facets?.["sql"]).toMatchObject({ dialect: "postgres" });
  });

  test("says why a step failed", () => {
    expect(stepEvent(context, { ...started, eventType: "FAIL", error: "bad SQL" }).run.facets).toMatchObject({
      errorMessage: { message: "bad SQL" },
    });
  });

  test("fits OpenLineage's own schemas", (ctx) => {
    const problemsOf = eventValidator(ctx);
    expect(problemsOf(stepEvent(context, started))).toEqual([]);
    expect(problemsOf(stepEvent(context, finished))).toEqual([]);
    expect(problemsOf(stepEvent(context, { ...started, eventType: "FAIL", error: "bad SQL" }))).toEqual([]);
    expect(problemsOf(stepEvent(context, { ...started, eventType: "ABORT" }))).toEqual([]);
    expect(problemsOf(stepEvent(context, { ...finished, rows: 1.5 }))).not.toEqual([]);
  });
});
