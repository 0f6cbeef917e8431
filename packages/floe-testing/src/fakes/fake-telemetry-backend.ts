import { TelemetryBackendPlugin, type CallOptions, type ConnectionResult, type HelmValues, type OtlpExporterConfig } from "floe-core";
import { connected } from "./connected.ts";
import { installFake, type Fake, type FakeCall, type FakeOptions } from "./install-fake.ts";

/** A telemetry backend that keeps nothing. */
export class FakeTelemetryBackend extends TelemetryBackendPlugin implements Fake {
  readonly calls: readonly FakeCall[];

  constructor(options: FakeOptions<TelemetryBackendPlugin> = {}) {
    super();
    this.calls = installFake(this, options);
  }

  getOtlpExporterConfig(): OtlpExporterConfig {
    return { exporters: { debug: {} }, service: { pipelines: { traces: { exporters: ["debug"] } } } };
  }

  getHelmValues(): HelmValues {
    return {};
  }

  async validateConnection(options?: CallOptions): Promise<ConnectionResult> {
    return connected(options?.signal);
  }
}
