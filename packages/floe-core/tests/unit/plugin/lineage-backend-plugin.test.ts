import { describe, expect, test } from "vitest";
import { LineageBackendPlugin } from "../../../src/plugin/lineage-backend-plugin.ts";
import { readPluginBrand } from "../../../src/plugin/plugin-brand.ts";
import { PluginMetadata } from "../../../src/plugin/plugin-metadata.ts";

describe("LineageBackendPlugin", () => {
  test("LineageBackendPlugin carries the brand of floe.lineage_backends and extends the common base", () => {
    expect(readPluginBrand(LineageBackendPlugin.prototype)).toStrictEqual({ group: "floe.lineage_backends" });
    expect(LineageBackendPlugin.prototype).toBeInstanceOf(PluginMetadata);
  });
});
