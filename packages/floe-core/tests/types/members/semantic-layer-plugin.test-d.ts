import { describe, expectTypeOf, test } from "vitest";
import type { CallOptions, ComputePlugin, HelmValues, PluginMetadata, SemanticLayerPlugin } from "floe-core";

type Data = Readonly<Record<string, unknown>>;

describe("SemanticLayerPlugin", () => {
  test("has these members and no other", () => {
    expectTypeOf<Exclude<keyof SemanticLayerPlugin, keyof PluginMetadata>>().toEqualTypeOf<
      "syncFromDbtManifest" | "getSecurityContext" | "getDatasourceConfig" | "getApiEndpoints" | "getHelmValues"
    >();
  });

  test("requires these signatures", () => {
    expectTypeOf<SemanticLayerPlugin["syncFromDbtManifest"]>().toEqualTypeOf<
      (manifestPath: string, outputDir: string, options?: CallOptions) => Promise<readonly string[]>
    >();
    expectTypeOf<SemanticLayerPlugin["getSecurityContext"]>().toEqualTypeOf<(namespace: string, roles: readonly string[]) => Data>();
    expectTypeOf<SemanticLayerPlugin["getDatasourceConfig"]>().toEqualTypeOf<(compute: ComputePlugin) => Data>();
    expectTypeOf<SemanticLayerPlugin["getApiEndpoints"]>().toEqualTypeOf<() => Readonly<Record<string, string>>>();
    expectTypeOf<SemanticLayerPlugin["getHelmValues"]>().toEqualTypeOf<() => HelmValues>();
  });
});
