import { expect, test } from "vitest";
import { jobTypeFacet } from "../../../src/facets/job-type-facet.ts";

test.each(["PRODUCT", "TRANSFORM"] as const)("jobTypeFacet says that a %s is a batch job of floe", (jobType) => {
  expect(jobTypeFacet("https://example.com/p", jobType)).toMatchObject({
    jobType: { processingType: "BATCH", integration: "FLOE", jobType },
  });
});
