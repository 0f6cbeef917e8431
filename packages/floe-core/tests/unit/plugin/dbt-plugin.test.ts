import { describe, expect, test } from "vitest";
import { DbtPlugin } from "../../../src/plugin/dbt-plugin.ts";
import { readPluginBrand } from "../../../src/plugin/plugin-brand.ts";
import { PluginMetadata } from "../../../src/plugin/plugin-metadata.ts";

describe("DbtPlugin", () => {
  test("DbtPlugin carries the brand of floe.dbt and extends the common base", () => {
    expect(readPluginBrand(DbtPlugin.prototype)).toStrictEqual({ group: "floe.dbt" });
    expect(DbtPlugin.prototype).toBeInstanceOf(PluginMetadata);
  });
});
