import { expect, test } from "vitest";
import { runEvent } from "../../../src/events/run-event.ts";
import { RUN_ID } from "../../support/product.ts";

const least = {
  eventType: "START",
  eventTime: "2026-01-01T06:00:00Z",
  runId: RUN_ID,
  job: { namespace: "prod", name: "flights" },
  producer: "https://example.com/p",
} as const;

test("runEvent needs no facets and no datasets", () => {
  expect(runEvent(least)).toEqual({
    eventType: "START",
    eventTime: "2026-01-01T06:00:00Z",
    run: { runId: RUN_ID },
    job: { namespace: "prod", name: "flights" },
    inputs: [],
    outputs: [],
    producer: "https://example.com/p",
    schemaURL: "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent",
  });
});

test("runEvent puts facets and datasets where OpenLineage has them", () => {
  const facets = { any: { _producer: "p" } };
  const dataset = { namespace: "file", name: "/x" };
  expect(runEvent({ ...least, runFacets: facets, jobFacets: facets, inputs: [dataset], outputs: [dataset] })).toMatchObject({
    run: { runId: RUN_ID, facets },
    job: { namespace: "prod", name: "flights", facets },
    inputs: [dataset],
    outputs: [dataset],
  });
});
