import type { LineageDataset, LineageEvent, LineageFacets } from "floe-core";
import type { LineageName } from "../naming/lineage-name.ts";

/** What a run event says. */
export interface RunEventInput {
  readonly eventType: LineageEvent["eventType"];
  /** ISO 8601 with offset. */
  readonly eventTime: string;
  /** A UUID, the same in every event of a run. */
  readonly runId: string;
  readonly job: LineageName;
  /** Who says so: an absolute URI. */
  readonly producer: string;
  readonly runFacets?: LineageFacets;
  readonly jobFacets?: LineageFacets;
  readonly inputs?: readonly LineageDataset[];
  readonly outputs?: readonly LineageDataset[];
}

/**
 * A run event of OpenLineage 2-0-2. Pure.
 *
 * @example
 * ```ts
 * import { runEvent } from "floe-lineage";
 *
 * const event = runEvent({
 *   eventType: "START",
 *   eventTime: "2026-01-01T06:00:00.000Z",
 *   runId: "3f5e83fa-3480-44ff-99c5-ff943904e5e8",
 *   job: { namespace: "prod", name: "flights" },
 *   producer: "https://example.com/my-orchestrator",
 * });
 * console.log(event.schemaURL); // https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent
 * ```
 */
export function runEvent(input: RunEventInput): LineageEvent {
  const { eventType, eventTime, runId, job, producer, inputs = [], outputs = [] } = input;
  return {
    eventType,
    eventTime,
    run: input.runFacets === undefined ? { runId } : { runId, facets: input.runFacets },
    job: input.jobFacets === undefined ? job : { ...job, facets: input.jobFacets },
    inputs,
    outputs,
    producer,
    schemaURL: "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent",
  };
}
