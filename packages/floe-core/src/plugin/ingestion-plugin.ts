import { PluginType } from "../plugin-type.ts";
import type { CallOptions } from "./call-options.ts";
import type { CatalogPlugin } from "./catalog-plugin.ts";
import { brandPluginClass } from "./plugin-brand.ts";
import { PluginMetadata } from "./plugin-metadata.ts";

/** What is loaded from where into which table, and how. */
export interface IngestionConfig {
  readonly sourceType: string;
  readonly sourceConfig: Readonly<Record<string, unknown>>;
  readonly destinationTable: string;
  readonly writeMode: "append" | "replace" | "merge";
  readonly schemaContract: "evolve" | "freeze" | "discard_value";
}

/** A pipeline that can be run. */
export interface IngestionPipeline {
  readonly id: string;
  readonly config: IngestionConfig;
}

/** How a load ended. */
export interface IngestionResult {
  readonly success: boolean;
  readonly rowsLoaded: number;
  readonly bytesWritten: number;
  readonly durationMs: number;
  readonly errors: readonly string[];
}

/** Loads data into the platform's tables. */
export abstract class IngestionPlugin<Config = unknown> extends PluginMetadata<Config> {
  static {
    brandPluginClass(this.prototype, PluginType.INGESTION);
  }

  /** True if the loader is a service of its own, false if it runs in our pods or processes. */
  abstract readonly isExternal: boolean;
  /** Prepares a pipeline; loads nothing yet. */
  abstract createPipeline(config: IngestionConfig, options?: CallOptions): Promise<IngestionPipeline>;
  /** Runs it. A failed load is a result, not a throw. */
  abstract run(pipeline: IngestionPipeline, options?: CallOptions): Promise<IngestionResult>;
  /** How the loader reaches the catalog. Pure. */
  abstract getDestinationConfig(catalog: CatalogPlugin): Readonly<Record<string, unknown>>;
}
