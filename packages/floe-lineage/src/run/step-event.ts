import type { LineageDataset, LineageEvent, TransformConfig } from "floe-core";
import { runEvent } from "../events/run-event.ts";
import { columnLineageFacet } from "../facets/column-lineage-facet.ts";
import { errorMessageFacet } from "../facets/error-message-facet.ts";
import { jobTypeFacet } from "../facets/job-type-facet.ts";
import { outputStatisticsFacet } from "../facets/output-statistics-facet.ts";
import { parentFacet } from "../facets/parent-facet.ts";
import { processingEngineFacet } from "../facets/processing-engine-facet.ts";
import { schemaFacet } from "../facets/schema-facet.ts";
import { sqlFacet } from "../facets/sql-facet.ts";
import type { LineageName } from "../naming/lineage-name.ts";
import type { ProductNames } from "../naming/product-names.ts";
import type { ProductOrigin } from "./product-origin.ts";
import type { StepFacts } from "./step-facts.ts";

/** What an event of one step says. */
export interface StepMoment {
  readonly eventType: LineageEvent["eventType"];
  readonly eventTime: string;
  readonly runId: string;
  /** The run of the whole product. */
  readonly parentRunId: string;
  readonly transform: TransformConfig;
  readonly facts?: StepFacts | undefined;
  /** Rows written. */
  readonly rows?: number | undefined;
  /** Why the step failed. */
  readonly error?: string | undefined;
}

/** An event of the run of one transform: what it reads, and the table it makes with what is known of it. */
export function stepEvent(
  { names, origin }: { readonly names: ProductNames; readonly origin: ProductOrigin },
  { eventType, eventTime, runId, parentRunId, transform, facts = {}, rows, error }: StepMoment,
): LineageEvent {
  const { producer, engine } = origin;
  return runEvent({
    eventType,
    eventTime,
    runId,
    job: names.step(transform.name),
    producer,
    runFacets: {
      ...parentFacet(producer, { runId: parentRunId, job: names.job }),
      ...(engine && processingEngineFacet(producer, engine)),
      ...(error !== undefined && errorMessageFacet(producer, error)),
    },
    jobFacets: {
      ...jobTypeFacet(producer, "TRANSFORM"),
      ...sqlFacet(producer, transform.sql, transform.compute ?? origin.compute),
    },
    inputs: inputsOf(transform, facts, names),
    outputs: [{ ...names.output(transform), ...outputFacets(facts, rows, names, producer) }],
  });
}

/** What the transform was told to wait for, what its SQL names, and what its columns come from: each once. */
function inputsOf({ dependsOn }: TransformConfig, facts: StepFacts, names: ProductNames): readonly LineageName[] {
  const columnInputs = (facts.columnLineage ?? []).flatMap(({ inputs }) => inputs.map(({ table }) => table));
  const datasets = [...dependsOn, ...(facts.tables ?? []), ...columnInputs].map((table) => names.dataset(table));
  return [...new Map(datasets.map((dataset) => [JSON.stringify(dataset), dataset])).values()];
}

function outputFacets(
  { columns, columnLineage }: StepFacts,
  rows: number | undefined,
  names: ProductNames,
  producer: string,
): Pick<LineageDataset, "facets" | "outputFacets"> {
  const facets = {
    ...(columns && schemaFacet(producer, columns)),
    ...(columnLineage && columnLineageFacet(producer, columnLineage, (table) => names.dataset(table))),
  };
  return {
    ...(Object.keys(facets).length > 0 && { facets }),
    ...(rows !== undefined && { outputFacets: outputStatisticsFacet(producer, rows) }),
  };
}
