import { describe, expectTypeOf, test } from "vitest";
import type { CallOptions, ConnectionResult, HelmValues, OtlpExporterConfig, PluginMetadata, TelemetryBackendPlugin } from "floe-core";

describe("TelemetryBackendPlugin", () => {
  test("has these members and no other", () => {
    expectTypeOf<Exclude<keyof TelemetryBackendPlugin, keyof PluginMetadata>>().toEqualTypeOf<
      "getOtlpExporterConfig" | "getHelmValues" | "validateConnection"
    >();
  });

  test("requires these signatures", () => {
    expectTypeOf<TelemetryBackendPlugin["getOtlpExporterConfig"]>().toEqualTypeOf<() => OtlpExporterConfig>();
    expectTypeOf<TelemetryBackendPlugin["getHelmValues"]>().toEqualTypeOf<() => HelmValues>();
    expectTypeOf<TelemetryBackendPlugin["validateConnection"]>().toEqualTypeOf<(options?: CallOptions) => Promise<ConnectionResult>>();
  });

  test("gives this shape", () => {
    expectTypeOf<OtlpExporterConfig>().toEqualTypeOf<{
      readonly exporters: Readonly<Record<string, unknown>>;
      readonly service: { readonly pipelines: Readonly<Record<string, unknown>> };
    }>();
  });
});
