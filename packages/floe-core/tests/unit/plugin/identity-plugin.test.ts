import { describe, expect, test } from "vitest";
import { IdentityPlugin } from "../../../src/plugin/identity-plugin.ts";
import { readPluginBrand } from "../../../src/plugin/plugin-brand.ts";
import { PluginMetadata } from "../../../src/plugin/plugin-metadata.ts";

describe("IdentityPlugin", () => {
  test("IdentityPlugin carries the brand of floe.identity and extends the common base", () => {
    expect(readPluginBrand(IdentityPlugin.prototype)).toStrictEqual({ group: "floe.identity" });
    expect(IdentityPlugin.prototype).toBeInstanceOf(PluginMetadata);
  });

  test("IdentityPlugin has no OpenID Connect addresses by default", () => {
    expect(IdentityPlugin.prototype.getOidcConfig).toBeUndefined();
  });
});
