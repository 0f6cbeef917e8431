import { PluginType, type CallOptions, type IngestionConfig, type IngestionPipeline, type IngestionResult } from "floe-core";
import { FakeIngestion } from "../../fakes/fake-ingestion.ts";
import type { BrokenPlugin } from "../broken-plugin.ts";
import { brokenFake, type BrokenFakeParts } from "./broken-fake.ts";

const LOADABLE: IngestionConfig = {
  sourceType: "files",
  sourceConfig: {},
  destinationTable: "sales.orders",
  writeMode: "append",
  schemaContract: "freeze",
};

const FAILING: IngestionConfig = { ...LOADABLE, sourceType: "nothing" };

/** Ingestion plugins that break one promise of their type. */
export const BROKEN_INGESTIONS: readonly BrokenPlugin[] = Object.freeze([
  broken({
    id: "ingestion-pipeline-has-no-id",
    title: "that is an ingestion and gives its pipelines no id",
    violates: "ingestion/pipeline",
    members: { createPipeline: async (config: IngestionConfig) => ({ id: "", config }) },
  }),
  broken({
    id: "ingestion-pipeline-is-changed",
    title: "that is an ingestion and makes another pipeline than it was asked for",
    violates: "ingestion/pipeline",
    members: { createPipeline: async (config: IngestionConfig) => ({ id: "load", config: { ...config, writeMode: "replace" } }) },
  }),
  broken({
    id: "ingestion-counts-no-rows",
    title: "that is an ingestion and does not say how many rows it loaded",
    violates: "ingestion/load-result",
    members: { run: async () => ({ success: true, bytesWritten: 0, durationMs: 0, errors: [] }) },
  }),
  broken({
    id: "ingestion-fails-without-a-reason",
    title: "that is an ingestion and does not say why a load failed",
    violates: "ingestion/load-result",
    members: { run: async () => ({ success: false, rowsLoaded: 0, bytesWritten: 0, durationMs: 0, errors: [] }) },
  }),
  broken({
    id: "ingestion-throws-failures",
    title: "that is an ingestion and throws when a load fails",
    violates: "ingestion/failed-load-is-a-result",
    samples: { ingestion: { config: LOADABLE, failing: FAILING } },
    class: class extends FakeIngestion {
      override async run(pipeline: IngestionPipeline, options?: CallOptions): Promise<IngestionResult> {
        if (pipeline.config.sourceType === "nothing") throw new Error("there is no such source");
        return super.run(pipeline, options);
      }
    },
  }),
  broken({
    id: "ingestion-hides-failures",
    title: "that is an ingestion and calls a load that fails a success",
    violates: "ingestion/failed-load-is-a-result",
    samples: { ingestion: { config: LOADABLE, failing: FAILING } },
    class: FakeIngestion,
  }),
  broken({
    id: "ingestion-destination-is-a-plugin",
    title: "that is an ingestion whose destination is the catalog itself",
    violates: "ingestion/destination-config",
    members: { getDestinationConfig: (catalog: object) => ({ catalog }) },
  }),
  broken({
    id: "ingestion-ignores-its-signal",
    title: "that is an ingestion and loads whatever its signal says",
    violates: "ingestion/honours-signals",
    class: class extends FakeIngestion {
      override run(pipeline: IngestionPipeline): Promise<IngestionResult> {
        return super.run(pipeline);
      }
    },
  }),
]);

function broken(parts: BrokenFakeParts): BrokenPlugin {
  return brokenFake(PluginType.INGESTION, parts);
}
