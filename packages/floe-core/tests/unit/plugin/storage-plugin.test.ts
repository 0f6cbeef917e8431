import { describe, expect, test } from "vitest";
import { StoragePlugin } from "../../../src/plugin/storage-plugin.ts";
import { readPluginBrand } from "../../../src/plugin/plugin-brand.ts";
import { PluginMetadata } from "../../../src/plugin/plugin-metadata.ts";

describe("StoragePlugin", () => {
  test("StoragePlugin carries the brand of floe.storage and extends the common base", () => {
    expect(readPluginBrand(StoragePlugin.prototype)).toStrictEqual({ group: "floe.storage" });
    expect(StoragePlugin.prototype).toBeInstanceOf(PluginMetadata);
  });

  test("StoragePlugin tells a catalog nothing by default", () => {
    expect(StoragePlugin.prototype.getCatalogConfig()).toStrictEqual({});
  });
});
