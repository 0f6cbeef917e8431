import { describe, expectTypeOf, test } from "vitest";
import type { CallOptions, PluginMetadata, SecretsPlugin } from "floe-core";

type Texts = Readonly<Record<string, string>>;

describe("SecretsPlugin", () => {
  test("has these members and no other", () => {
    expectTypeOf<Exclude<keyof SecretsPlugin, keyof PluginMetadata>>().toEqualTypeOf<
      "getSecret" | "setSecret" | "listSecrets" | "generatePodEnvSpec" | "getMultiKeySecret"
    >();
  });

  test("requires these signatures", () => {
    expectTypeOf<SecretsPlugin["getSecret"]>().toEqualTypeOf<(key: string, options?: CallOptions) => Promise<string | null>>();
    expectTypeOf<SecretsPlugin["setSecret"]>().toEqualTypeOf<
      (key: string, value: string, metadata?: Texts, options?: CallOptions) => Promise<void>
    >();
    expectTypeOf<SecretsPlugin["listSecrets"]>().toEqualTypeOf<(prefix?: string, options?: CallOptions) => Promise<readonly string[]>>();
  });

  test("allows these", () => {
    expectTypeOf<SecretsPlugin["generatePodEnvSpec"]>().toEqualTypeOf<(secretName: string) => Readonly<Record<string, unknown>>>();
    expectTypeOf<SecretsPlugin["getMultiKeySecret"]>().toEqualTypeOf<
      ((name: string, options?: CallOptions) => Promise<Texts | null>) | undefined
    >();
  });
});
