import {
  LineageBackendPlugin,
  type CallOptions,
  type ConnectionResult,
  type HelmValues,
  type LineageTransportConfig,
  type NamespaceStrategy,
} from "floe-core";
import { connected } from "./connected.ts";
import { installFake, type Fake, type FakeCall, type FakeOptions } from "./install-fake.ts";

/** A lineage backend that is the console. */
export class FakeLineageBackend extends LineageBackendPlugin implements Fake {
  readonly calls: readonly FakeCall[];

  constructor(options: FakeOptions<LineageBackendPlugin> = {}) {
    super();
    this.calls = installFake(this, options);
  }

  getTransportConfig(): LineageTransportConfig {
    return { type: "console", timeoutMs: 1000 };
  }

  getNamespaceStrategy(): NamespaceStrategy {
    return { strategy: "fixed", template: "fake", defaultNamespace: "fake" };
  }

  getHelmValues(): HelmValues {
    return {};
  }

  async validateConnection(options?: CallOptions): Promise<ConnectionResult> {
    return connected(options?.signal);
  }
}
