import { describe, expect, test } from "vitest";
import { ComputePlugin } from "../../../src/plugin/compute-plugin.ts";
import { readPluginBrand } from "../../../src/plugin/plugin-brand.ts";
import { PluginMetadata } from "../../../src/plugin/plugin-metadata.ts";

describe("ComputePlugin", () => {
  test("ComputePlugin carries the brand of floe.computes and extends the common base", () => {
    expect(readPluginBrand(ComputePlugin.prototype)).toStrictEqual({ group: "floe.computes" });
    expect(ComputePlugin.prototype).toBeInstanceOf(PluginMetadata);
  });

  test("ComputePlugin offers no macro paths and no attachment by default, and neither sessions nor a parser", () => {
    const defaults = ComputePlugin.prototype;
    expect(defaults.getDbtMacroPaths()).toStrictEqual([]);
    expect(defaults.getCatalogAttachmentSql({ name: "lake", uri: "http://localhost", warehouse: "w" })).toBeNull();
    expect(defaults.openSession).toBeUndefined();
    expect(defaults.getReferencedTables).toBeUndefined();
    expect(defaults.getProcessSharing).toBeUndefined();
  });
});
