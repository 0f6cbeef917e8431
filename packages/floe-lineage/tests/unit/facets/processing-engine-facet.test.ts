import { expect, test } from "vitest";
import { processingEngineFacet } from "../../../src/facets/processing-engine-facet.ts";

test("processingEngineFacet names the engine and its version", () => {
  expect(processingEngineFacet("https://example.com/p", { name: "floe-local-orchestrator", version: "0.2.0" })).toMatchObject({
    processing_engine: { name: "floe-local-orchestrator", version: "0.2.0" },
  });
});
