import {
  LineageBackendPlugin,
  type ConnectionResult,
  type HelmValues,
  type LineageTransportConfig,
  type NamespaceStrategy,
} from "floe-core";

/** A lineage backend that is wherever its transport says. */
export class FakeLineageBackend extends LineageBackendPlugin {
  override readonly name = "fake";
  override readonly version = "1.0.0";
  override readonly floeApiVersion = "1.0";
  readonly #transport: () => LineageTransportConfig;

  constructor(transport: () => LineageTransportConfig) {
    super();
    this.#transport = transport;
  }

  getTransportConfig(): LineageTransportConfig {
    return this.#transport();
  }

  getNamespaceStrategy(): NamespaceStrategy {
    return { strategy: "per-product", template: "backend.{product}", defaultNamespace: "backend" };
  }

  getHelmValues(): HelmValues {
    return {};
  }

  async validateConnection(): Promise<ConnectionResult> {
    return { status: "healthy", latencyMs: 0, message: "", warnings: [], errors: [] };
  }
}
