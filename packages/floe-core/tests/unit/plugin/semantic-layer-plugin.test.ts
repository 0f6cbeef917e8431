import { describe, expect, test } from "vitest";
import { SemanticLayerPlugin } from "../../../src/plugin/semantic-layer-plugin.ts";
import { readPluginBrand } from "../../../src/plugin/plugin-brand.ts";
import { PluginMetadata } from "../../../src/plugin/plugin-metadata.ts";

describe("SemanticLayerPlugin", () => {
  test("SemanticLayerPlugin carries the brand of floe.semantic_layers and extends the common base", () => {
    expect(readPluginBrand(SemanticLayerPlugin.prototype)).toStrictEqual({ group: "floe.semantic_layers" });
    expect(SemanticLayerPlugin.prototype).toBeInstanceOf(PluginMetadata);
  });
});
