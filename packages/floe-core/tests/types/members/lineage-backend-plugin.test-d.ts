import { describe, expectTypeOf, test } from "vitest";
import type {
  CallOptions,
  ConnectionResult,
  HelmValues,
  LineageBackendPlugin,
  LineageTransportConfig,
  NamespaceStrategy,
  PluginMetadata,
} from "floe-core";

describe("LineageBackendPlugin", () => {
  test("has these members and no other", () => {
    expectTypeOf<Exclude<keyof LineageBackendPlugin, keyof PluginMetadata>>().toEqualTypeOf<
      "getTransportConfig" | "getNamespaceStrategy" | "getHelmValues" | "validateConnection"
    >();
  });

  test("requires these signatures", () => {
    expectTypeOf<LineageBackendPlugin["getTransportConfig"]>().toEqualTypeOf<() => LineageTransportConfig>();
    expectTypeOf<LineageBackendPlugin["getNamespaceStrategy"]>().toEqualTypeOf<() => NamespaceStrategy>();
    expectTypeOf<LineageBackendPlugin["getHelmValues"]>().toEqualTypeOf<() => HelmValues>();
    expectTypeOf<LineageBackendPlugin["validateConnection"]>().toEqualTypeOf<(options?: CallOptions) => Promise<ConnectionResult>>();
  });

  test("gives these shapes", () => {
    expectTypeOf<LineageTransportConfig>().toEqualTypeOf<{
      readonly [setting: string]: unknown;
      readonly type: "http" | "console" | "file";
      readonly url?: string;
      readonly timeoutMs: number;
    }>();
    expectTypeOf<NamespaceStrategy>().toEqualTypeOf<{
      readonly strategy: string;
      readonly template: string;
      readonly defaultNamespace: string;
    }>();
  });
});
