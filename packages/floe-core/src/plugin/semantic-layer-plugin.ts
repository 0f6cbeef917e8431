import { PluginType } from "../plugin-type.ts";
import type { CallOptions, HelmValues } from "./call-options.ts";
import type { ComputePlugin } from "./compute-plugin.ts";
import { brandPluginClass } from "./plugin-brand.ts";
import { PluginMetadata } from "./plugin-metadata.ts";

/** The API that BI tools ask. */
export abstract class SemanticLayerPlugin<Config = unknown> extends PluginMetadata<Config> {
  static {
    brandPluginClass(this.prototype, PluginType.SEMANTIC_LAYER);
  }

  /** Writes the layer's models from a dbt manifest; resolves with the absolute paths written, sorted. */
  abstract syncFromDbtManifest(manifestPath: string, outputDir: string, options?: CallOptions): Promise<readonly string[]>;
  /** What a query of these roles carries. Pure. */
  abstract getSecurityContext(namespace: string, roles: readonly string[]): Readonly<Record<string, unknown>>;
  /** How the layer reaches the compute engine. Pure. */
  abstract getDatasourceConfig(compute: ComputePlugin): Readonly<Record<string, unknown>>;
  /** Name of the API to its absolute URL. Pure. */
  abstract getApiEndpoints(): Readonly<Record<string, string>>;
  /** Values that the layer's published chart accepts; empty for a service. Pure. */
  abstract getHelmValues(): HelmValues;
}
