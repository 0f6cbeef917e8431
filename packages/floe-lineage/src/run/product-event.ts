import type { LineageEvent } from "floe-core";
import { runEvent } from "../events/run-event.ts";
import { errorMessageFacet } from "../facets/error-message-facet.ts";
import { jobTypeFacet } from "../facets/job-type-facet.ts";
import { processingEngineFacet } from "../facets/processing-engine-facet.ts";
import type { ProductNames } from "../naming/product-names.ts";
import type { ProductOrigin } from "./product-origin.ts";

/** What an event of a whole run says. */
export interface ProductMoment {
  readonly eventType: LineageEvent["eventType"];
  readonly eventTime: string;
  readonly runId: string;
  /** Why the run failed. */
  readonly error?: string | undefined;
}

/** An event of the run of a whole product. It has no datasets of its own: those are its steps'. */
export function productEvent(
  { names, origin }: { readonly names: ProductNames; readonly origin: ProductOrigin },
  { eventType, eventTime, runId, error }: ProductMoment,
): LineageEvent {
  const { producer, engine } = origin;
  return runEvent({
    eventType,
    eventTime,
    runId,
    job: names.job,
    producer,
    runFacets: {
      ...(engine && processingEngineFacet(producer, engine)),
      ...(error !== undefined && errorMessageFacet(producer, error)),
    },
    jobFacets: jobTypeFacet(producer, "PRODUCT"),
  });
}
