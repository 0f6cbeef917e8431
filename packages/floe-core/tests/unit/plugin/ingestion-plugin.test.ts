import { describe, expect, test } from "vitest";
import { IngestionPlugin } from "../../../src/plugin/ingestion-plugin.ts";
import { readPluginBrand } from "../../../src/plugin/plugin-brand.ts";
import { PluginMetadata } from "../../../src/plugin/plugin-metadata.ts";

describe("IngestionPlugin", () => {
  test("IngestionPlugin carries the brand of floe.ingestion and extends the common base", () => {
    expect(readPluginBrand(IngestionPlugin.prototype)).toStrictEqual({ group: "floe.ingestion" });
    expect(IngestionPlugin.prototype).toBeInstanceOf(PluginMetadata);
  });
});
