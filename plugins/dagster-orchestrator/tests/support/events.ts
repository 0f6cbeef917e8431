import type { DagsterEvent } from "../../src/graphql/dagster-event.ts";

/** An event of a step, as the client reads it. */
export function stepEvent(kind: string, stepKey: string, at: number, parts: Partial<DagsterEvent> = {}): DagsterEvent {
  return { kind, stepKey, at, message: kind, error: null, isInterrupt: false, metadata: {}, ...parts };
}

/** An event of the run. */
export function runEvent(kind: string, at: number, parts: Partial<DagsterEvent> = {}): DagsterEvent {
  return { kind, stepKey: null, at, message: kind, error: null, isInterrupt: false, metadata: {}, ...parts };
}

/** An event as GraphQL writes it. */
export function onTheWire({ kind, stepKey, at, message, error, isInterrupt }: DagsterEvent): unknown {
  return { __typename: kind, stepKey, timestamp: String(at), message, error, errorSource: isInterrupt ? "INTERRUPT" : null };
}
