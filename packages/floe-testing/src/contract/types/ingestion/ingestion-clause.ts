/** What an ingestion plugin promises besides what every plugin does. */
export type IngestionClause =
  | "ingestion/pipeline"
  | "ingestion/load-result"
  | "ingestion/failed-load-is-a-result"
  | "ingestion/destination-config"
  | "ingestion/honours-signals";
