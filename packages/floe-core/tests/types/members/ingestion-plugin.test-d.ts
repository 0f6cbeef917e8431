import { describe, expectTypeOf, test } from "vitest";
import type {
  CallOptions,
  CatalogPlugin,
  IngestionConfig,
  IngestionPipeline,
  IngestionPlugin,
  IngestionResult,
  PluginMetadata,
} from "floe-core";

describe("IngestionPlugin", () => {
  test("has these members and no other", () => {
    expectTypeOf<Exclude<keyof IngestionPlugin, keyof PluginMetadata>>().toEqualTypeOf<
      "isExternal" | "createPipeline" | "run" | "getDestinationConfig"
    >();
  });

  test("requires these signatures", () => {
    expectTypeOf<Pick<IngestionPlugin, "isExternal">>().toEqualTypeOf<{ readonly isExternal: boolean }>();
    expectTypeOf<IngestionPlugin["createPipeline"]>().toEqualTypeOf<
      (config: IngestionConfig, options?: CallOptions) => Promise<IngestionPipeline>
    >();
    expectTypeOf<IngestionPlugin["run"]>().toEqualTypeOf<(pipeline: IngestionPipeline, options?: CallOptions) => Promise<IngestionResult>>();
    expectTypeOf<IngestionPlugin["getDestinationConfig"]>().toEqualTypeOf<(catalog: CatalogPlugin) => Readonly<Record<string, unknown>>>();
  });

  test("gives and takes these shapes", () => {
    expectTypeOf<IngestionConfig>().toEqualTypeOf<{
      readonly sourceType: string;
      readonly sourceConfig: Readonly<Record<string, unknown>>;
      readonly destinationTable: string;
      readonly writeMode: "append" | "replace" | "merge";
      readonly schemaContract: "evolve" | "freeze" | "discard_value";
    }>();
    expectTypeOf<IngestionPipeline>().toEqualTypeOf<{ readonly id: string; readonly config: IngestionConfig }>();
    expectTypeOf<IngestionResult>().toEqualTypeOf<{
      readonly success: boolean;
      readonly rowsLoaded: number;
      readonly bytesWritten: number;
      readonly durationMs: number;
      readonly errors: readonly string[];
    }>();
  });
});
