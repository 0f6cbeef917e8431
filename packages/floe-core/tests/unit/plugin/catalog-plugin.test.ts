import { describe, expect, test } from "vitest";
import { CatalogPlugin } from "../../../src/plugin/catalog-plugin.ts";
import { readPluginBrand } from "../../../src/plugin/plugin-brand.ts";
import { PluginMetadata } from "../../../src/plugin/plugin-metadata.ts";

describe("CatalogPlugin", () => {
  test("CatalogPlugin carries the brand of floe.catalogs and extends the common base", () => {
    expect(readPluginBrand(CatalogPlugin.prototype)).toStrictEqual({ group: "floe.catalogs" });
    expect(CatalogPlugin.prototype).toBeInstanceOf(PluginMetadata);
  });

  test("CatalogPlugin has no health check of its own: an author has to write one", () => {
    expect(Object.hasOwn(CatalogPlugin.prototype, "healthCheck")).toBe(false);
  });
});
