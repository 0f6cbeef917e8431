import { describe, expectTypeOf, test } from "vitest";
import {
  ComputePlugin,
  type ConfigSchema,
  type ConnectionResult,
  type DbtProfile,
  type PluginDependency,
  type PluginMetadata,
  type PluginTypes,
  type ResourceSpec,
  resourcePreset,
  SecretsPlugin,
  type WorkloadSize,
} from "floe-core";
import { z } from "zod";

const SCHEMA = z.strictObject({ path: z.string(), threads: z.number().default(2) });
type Config = z.infer<typeof SCHEMA>;

class Engine extends ComputePlugin<Config> {
  override readonly name = "engine";
  override readonly dependencies: readonly PluginDependency[] = ["floe.secrets:env", { name: "other", optional: true }];
  readonly isSelfHosted = true;

  override get version(): string {
    return "1.0.0";
  }

  override getConfigSchema(): ConfigSchema<Config> {
    return SCHEMA;
  }

  generateDbtProfile(): DbtProfile {
    return { path: this.config.path };
  }

  getRequiredDbtPackages(): string[] {
    return [];
  }

  async validateConnection(): Promise<ConnectionResult> {
    return { status: "healthy", latencyMs: 1, message: "", warnings: [], errors: [] };
  }

  getResourceRequirements(size: WorkloadSize): ResourceSpec {
    return resourcePreset(size);
  }
}

describe("PluginMetadata", () => {
  test("a subclass may state its identity as a field or as a getter", () => {
    expectTypeOf<Engine["name"]>().toEqualTypeOf<"engine">();
    expectTypeOf<Engine["version"]>().toEqualTypeOf<string>();
  });

  test("a subclass may leave its identity to the manifest", () => {
    expectTypeOf<Engine["floeApiVersion"]>().toEqualTypeOf<string>();
    expectTypeOf<Engine["description"]>().toEqualTypeOf<string>();
  });

  test("the type parameter types config and configure", () => {
    expectTypeOf<Engine["config"]>().toEqualTypeOf<Config>();
    expectTypeOf<Parameters<Engine["configure"]>>().toEqualTypeOf<[Config]>();
    expectTypeOf<ComputePlugin["config"]>().toBeUnknown();
  });

  test("a zod schema fits getConfigSchema, and so does anything with its safeParse", () => {
    expectTypeOf(SCHEMA).toExtend<ConfigSchema<Config>>();
    expectTypeOf<z.ZodType<Config>>().toExtend<ConfigSchema>();
    const own: ConfigSchema<Config> = { safeParse: () => ({ success: true, data: { path: "", threads: 1 } }) };
    expectTypeOf(own.safeParse).returns.toExtend<{ readonly success: boolean }>();
  });

  test("a schema of something else does not fit", () => {
    class Wrong extends Engine {
      // @ts-expect-error -- the schema makes texts, not the plugin's Config
      override getConfigSchema(): ConfigSchema<string> {
        return z.string();
      }
    }
    expectTypeOf(Wrong).toBeConstructibleWith();
  });

  test("a plugin with a Config fits its type without one", () => {
    expectTypeOf<ComputePlugin<Config>>().toExtend<ComputePlugin>();
    expectTypeOf<Engine>().toExtend<ComputePlugin>();
    expectTypeOf<Engine>().toExtend<PluginTypes["floe.computes"]>();
    expectTypeOf<ComputePlugin<Config>>().toExtend<PluginMetadata>();
  });

  test("a class that lacks a required member does not compile", () => {
    // @ts-expect-error -- setSecret and listSecrets are missing
    class Unfinished extends SecretsPlugin {
      async getSecret(): Promise<null> {
        return null;
      }
    }
    expectTypeOf(Unfinished).toBeConstructibleWith();
  });

  test("the types of two copies of floe-core fit each other: none has a private or protected member", () => {
    // What another copy's declaration of the class looks like to the type checker: the same members, another origin.
    type Copy<Plugin> = { [Member in keyof Plugin]: Plugin[Member] };
    expectTypeOf<Copy<ComputePlugin>>().toExtend<ComputePlugin>();
    expectTypeOf<Copy<PluginMetadata<Config>>>().toExtend<PluginMetadata<Config>>();
    expectTypeOf<ComputePlugin>().toExtend<Copy<ComputePlugin>>();
  });
});
