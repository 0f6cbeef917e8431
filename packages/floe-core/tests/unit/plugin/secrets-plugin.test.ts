import { describe, expect, test } from "vitest";
import { SecretsPlugin } from "../../../src/plugin/secrets-plugin.ts";
import { readPluginBrand } from "../../../src/plugin/plugin-brand.ts";
import { PluginMetadata } from "../../../src/plugin/plugin-metadata.ts";

describe("SecretsPlugin", () => {
  test("SecretsPlugin carries the brand of floe.secrets and extends the common base", () => {
    expect(readPluginBrand(SecretsPlugin.prototype)).toStrictEqual({ group: "floe.secrets" });
    expect(SecretsPlugin.prototype).toBeInstanceOf(PluginMetadata);
  });

  test("SecretsPlugin hands a secret to a pod through envFrom by default", () => {
    expect(SecretsPlugin.prototype.generatePodEnvSpec("warehouse")).toStrictEqual({
      envFrom: [{ secretRef: { name: "warehouse" } }],
    });
  });

  test("SecretsPlugin has no secrets with several keys by default", () => {
    expect(SecretsPlugin.prototype.getMultiKeySecret).toBeUndefined();
  });
});
