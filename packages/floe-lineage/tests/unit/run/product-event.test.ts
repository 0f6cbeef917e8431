import { expect, test } from "vitest";
import { ProductNames } from "../../../src/naming/product-names.ts";
import { productEvent } from "../../../src/run/product-event.ts";
import { productOrigin } from "../../../src/run/product-origin.ts";
import { eventValidator } from "../../support/validate-event.ts";
import { inProd, product, RUN_ID } from "../../support/product.ts";

const context = { names: new ProductNames(product(), inProd), origin: productOrigin(product()) };
const moment = { eventTime: "2026-01-01T06:00:00.000Z", runId: RUN_ID } as const;

test("productEvent names job, engine and kind, and has no datasets", () => {
  const event = productEvent(context, { ...moment, eventType: "START" });
  expect(event).toMatchObject({
    eventType: "START",
    run: { runId: RUN_ID, facets: { processing_engine: { name: "floe-local-orchestrator", version: "0.2.0" } } },
    job: { namespace: "prod", name: "flights", facets: { jobType: { jobType: "PRODUCT" } } },
    inputs: [],
    outputs: [],
    producer: "pkg:npm/floe-local-orchestrator@0.2.0",
  });
  expect(event.run.facets).not.toHaveProperty("errorMessage");
});

test("productEvent says why a run failed", () => {
  expect(productEvent(context, { ...moment, eventType: "FAIL", error: "Failed transforms: a" })).toMatchObject({
    run: { facets: { errorMessage: { message: "Failed transforms: a" } } },
  });
});

test("productEvent fits OpenLineage's own schemas, with and without a known engine", (ctx) => {
  const problemsOf = eventValidator(ctx);
  const unknown = { names: context.names, origin: productOrigin(product({ plugins: [] })) };
  for (const eventType of ["START", "COMPLETE", "FAIL", "ABORT"] as const) {
    expect(problemsOf(productEvent(context, { ...moment, eventType, error: "no" }))).toEqual([]);
    expect(problemsOf(productEvent(unknown, { ...moment, eventType }))).toEqual([]);
  }
  expect(problemsOf(productEvent(context, { ...moment, runId: "r1", eventType: "START" }))).not.toEqual([]);
});
