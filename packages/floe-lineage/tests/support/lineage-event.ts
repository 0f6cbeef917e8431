import type { LineageEvent } from "floe-core";

/** An event of some run. */
export const someEvent: LineageEvent = {
  eventType: "COMPLETE",
  eventTime: "2026-01-01T00:00:00Z",
  run: { runId: "3f5e83fa-3480-44ff-99c5-ff943904e5e8" },
  job: { namespace: "floe", name: "a" },
  inputs: [],
  outputs: [],
  producer: "https://floe.example/local",
  schemaURL: "https://openlineage.io/spec/2-0-2/OpenLineage.json",
};
