import { PluginType } from "../plugin-type.ts";
import type { CallOptions, HelmValues } from "./call-options.ts";
import type { ConnectionResult } from "./connection-result.ts";
import { brandPluginClass } from "./plugin-brand.ts";
import { PluginMetadata } from "./plugin-metadata.ts";

/** A piece of an OpenTelemetry collector's configuration. */
export interface OtlpExporterConfig {
  readonly exporters: Readonly<Record<string, unknown>>;
  readonly service: { readonly pipelines: Readonly<Record<string, unknown>> };
}

/** Where traces, metrics and logs go, through an OpenTelemetry collector. */
export abstract class TelemetryBackendPlugin<Config = unknown> extends PluginMetadata<Config> {
  static {
    brandPluginClass(this.prototype, PluginType.TELEMETRY_BACKEND);
  }

  /** The collector's exporters and pipelines for this sink. Pure. */
  abstract getOtlpExporterConfig(): OtlpExporterConfig;
  /** Values that the sink's published chart accepts; empty for a service. Pure. */
  abstract getHelmValues(): HelmValues;
  /** Probes the sink. A bad connection is a result, not a throw. */
  abstract validateConnection(options?: CallOptions): Promise<ConnectionResult>;
}
