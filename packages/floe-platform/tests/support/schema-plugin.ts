import { TelemetryBackendPlugin, type ConfigSchema, type ConnectionResult, type OtlpExporterConfig } from "floe-core";

/** A telemetry plugin whose configuration has this schema, and which does nothing else. */
export class SchemaPlugin extends TelemetryBackendPlugin {
  override readonly name: string;
  override readonly description: string;
  override readonly version = "1.0.0";
  override readonly floeApiVersion = "1.0";
  readonly #schema: () => ConfigSchema | null;

  constructor(name: string, schema: () => ConfigSchema | null, description = "") {
    super();
    this.name = name;
    this.description = description;
    this.#schema = schema;
  }

  override getConfigSchema(): ConfigSchema | null {
    return this.#schema();
  }

  getOtlpExporterConfig(): OtlpExporterConfig {
    return { exporters: {}, service: { pipelines: {} } };
  }

  getHelmValues(): Record<string, unknown> {
    return {};
  }

  async validateConnection(): Promise<ConnectionResult> {
    return { status: "healthy", latencyMs: 0, message: "", warnings: [], errors: [] };
  }
}
