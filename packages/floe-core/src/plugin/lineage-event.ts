/** Facets of OpenLineage: by name, each an object. */
export type LineageFacets = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A dataset that a run read or wrote. */
export interface LineageDataset {
  readonly namespace: string;
  readonly name: string;
  readonly facets?: LineageFacets;
  readonly inputFacets?: LineageFacets;
  readonly outputFacets?: LineageFacets;
}

/**
 * A run event of OpenLineage 2-0-2, as it goes over the wire.
 * Source: https://openlineage.io/spec/2-0-2/OpenLineage.json
 */
export interface LineageEvent {
  readonly eventType: "START" | "RUNNING" | "COMPLETE" | "ABORT" | "FAIL" | "OTHER";
  /** ISO 8601 with offset. */
  readonly eventTime: string;
  readonly run: { readonly runId: string; readonly facets?: LineageFacets };
  readonly job: { readonly namespace: string; readonly name: string; readonly facets?: LineageFacets };
  readonly inputs: readonly LineageDataset[];
  readonly outputs: readonly LineageDataset[];
  /** An absolute URI. */
  readonly producer: string;
  readonly schemaURL: string;
}
