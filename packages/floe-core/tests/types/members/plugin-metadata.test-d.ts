import { describe, expectTypeOf, test } from "vitest";
import type {
  CallOptions,
  ConfigSchema,
  HealthState,
  HealthStatus,
  HelmValues,
  Logger,
  PluginContext,
  PluginDependency,
  PluginKey,
  PluginMetadata,
  SchemaIssue,
  StartupContext,
} from "floe-core";

interface Config {
  readonly path: string;
}
type Base = PluginMetadata<Config>;
type Data = Readonly<Record<string, unknown>>;

describe("PluginMetadata", () => {
  test("has these members and no other", () => {
    expectTypeOf<keyof PluginMetadata>().toEqualTypeOf<
      | ("name" | "version" | "floeApiVersion" | "description" | "dependencies" | "config" | "isConfigured" | "baseDir")
      | ("getConfigSchema" | "configure" | "startup" | "shutdown" | "healthCheck")
    >();
  });

  test("has these values", () => {
    expectTypeOf<Pick<Base, "name" | "version" | "floeApiVersion" | "description" | "baseDir">>().toEqualTypeOf<{
      readonly name: string;
      readonly version: string;
      readonly floeApiVersion: string;
      readonly description: string;
      readonly baseDir: string;
    }>();
    expectTypeOf<Base["dependencies"]>().toEqualTypeOf<readonly PluginDependency[]>();
    expectTypeOf<Base["config"]>().toEqualTypeOf<Config>();
    expectTypeOf<Base["isConfigured"]>().toEqualTypeOf<boolean>();
  });

  test("has these hooks", () => {
    expectTypeOf<Base["getConfigSchema"]>().toEqualTypeOf<() => ConfigSchema<Config> | null>();
    expectTypeOf<Base["configure"]>().toEqualTypeOf<(config: Config) => void>();
    expectTypeOf<Base["startup"]>().toEqualTypeOf<(context: StartupContext) => void | Promise<void>>();
    expectTypeOf<Base["shutdown"]>().toEqualTypeOf<(context: PluginContext) => void | Promise<void>>();
    expectTypeOf<Base["healthCheck"]>().toEqualTypeOf<(context: PluginContext) => HealthStatus | Promise<HealthStatus>>();
  });

  test("gives and takes these shapes", () => {
    expectTypeOf<PluginContext>().toEqualTypeOf<{ readonly signal: AbortSignal; readonly logger: Logger }>();
    expectTypeOf<StartupContext>().toEqualTypeOf<{
      readonly signal: AbortSignal;
      readonly logger: Logger;
      readonly dependencies: ReadonlyMap<PluginKey, PluginMetadata>;
    }>();
    expectTypeOf<PluginKey>().toEqualTypeOf<`${string}:${string}`>();
    expectTypeOf<PluginDependency>().toEqualTypeOf<
      string | { readonly type?: string; readonly name?: string; readonly version?: string; readonly optional?: boolean }
    >();
    expectTypeOf<HealthState>().toEqualTypeOf<"healthy" | "degraded" | "unhealthy">();
    expectTypeOf<HealthStatus>().toEqualTypeOf<{ readonly state: HealthState; readonly message?: string; readonly details?: Data }>();
    expectTypeOf<CallOptions>().toEqualTypeOf<{ readonly signal?: AbortSignal | undefined }>();
    expectTypeOf<HelmValues>().toEqualTypeOf<Data>();
    expectTypeOf<SchemaIssue>().toEqualTypeOf<{
      readonly code?: string | undefined;
      readonly path: readonly PropertyKey[];
      readonly message: string;
    }>();
    expectTypeOf<ConfigSchema<Config>["safeParse"]>().toEqualTypeOf<
      (
        input: unknown,
      ) =>
        | { readonly success: true; readonly data: Config }
        | { readonly success: false; readonly error: { readonly issues: readonly SchemaIssue[] } }
    >();
  });

  test("gives a logger whose levels each take a message and fields", () => {
    type Log = (message: string, fields?: Data) => void;
    expectTypeOf<Logger>().toEqualTypeOf<{ readonly debug: Log; readonly info: Log; readonly warn: Log; readonly error: Log }>();
  });
});
