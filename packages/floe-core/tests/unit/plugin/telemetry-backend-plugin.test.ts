import { describe, expect, test } from "vitest";
import { TelemetryBackendPlugin } from "../../../src/plugin/telemetry-backend-plugin.ts";
import { readPluginBrand } from "../../../src/plugin/plugin-brand.ts";
import { PluginMetadata } from "../../../src/plugin/plugin-metadata.ts";

describe("TelemetryBackendPlugin", () => {
  test("TelemetryBackendPlugin carries the brand of floe.telemetry_backends and extends the common base", () => {
    expect(readPluginBrand(TelemetryBackendPlugin.prototype)).toStrictEqual({ group: "floe.telemetry_backends" });
    expect(TelemetryBackendPlugin.prototype).toBeInstanceOf(PluginMetadata);
  });
});
