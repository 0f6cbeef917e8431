import {
  IngestionPlugin,
  type CallOptions,
  type CatalogPlugin,
  type IngestionConfig,
  type IngestionPipeline,
  type IngestionResult,
} from "floe-core";
import { installFake, type Fake, type FakeCall, type FakeOptions } from "./install-fake.ts";

/** A loader that loads nothing, and succeeds. */
export class FakeIngestion extends IngestionPlugin implements Fake {
  readonly isExternal: boolean = false;
  readonly calls: readonly FakeCall[];

  constructor(options: FakeOptions<IngestionPlugin> = {}) {
    super();
    this.calls = installFake(this, options);
  }

  async createPipeline(config: IngestionConfig, options?: CallOptions): Promise<IngestionPipeline> {
    options?.signal?.throwIfAborted();
    return { id: `load-${config.destinationTable}`, config };
  }

  async run(_pipeline?: IngestionPipeline, options?: CallOptions): Promise<IngestionResult> {
    options?.signal?.throwIfAborted();
    return { success: true, rowsLoaded: 0, bytesWritten: 0, durationMs: 0, errors: [] };
  }

  getDestinationConfig(catalog: CatalogPlugin): Readonly<Record<string, unknown>> {
    return { catalog: catalog.name };
  }
}
