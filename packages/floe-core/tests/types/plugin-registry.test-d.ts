import { describe, expectTypeOf, test } from "vitest";
import {
  type ActivationReport,
  type ComputePlugin,
  type EntryPointGroup,
  type LoadedPlugins,
  type OrchestratorPlugin,
  type PluginInfo,
  type PluginKey,
  PluginRegistry,
  type PluginState,
  PluginType,
  type SecretsPlugin,
} from "floe-core";

declare const registry: PluginRegistry;
declare const compute: ComputePlugin;
declare const anyText: string;

describe("PluginRegistry", () => {
  test("get resolves with the type's plugin, without a cast", () => {
    expectTypeOf(registry.get(PluginType.COMPUTE, "duckdb")).toEqualTypeOf<Promise<ComputePlugin>>();
    expectTypeOf(registry.get("floe.orchestrators", "local")).toEqualTypeOf<Promise<OrchestratorPlugin>>();
  });

  test("find answers the type's plugin or undefined, getAll a list of them", () => {
    expectTypeOf(registry.find(PluginType.SECRETS, "env")).toEqualTypeOf<SecretsPlugin | undefined>();
    expectTypeOf(registry.getAll(PluginType.COMPUTE)).toEqualTypeOf<Promise<LoadedPlugins<ComputePlugin>>>();
  });

  test("register takes a plugin of its type and no other", () => {
    registry.register(PluginType.COMPUTE, compute);
    expectTypeOf(registry.register<"floe.secrets">).parameter(1).toEqualTypeOf<SecretsPlugin>();
    expectTypeOf(compute).not.toExtend<SecretsPlugin>();
  });

  test("an unknown group does not compile", () => {
    // @ts-expect-error -- no such group is built in or merged into PluginTypes
    void registry.get("floe.unheard_of", "duckdb");
    // @ts-expect-error -- for reading, too
    registry.has("computes", "duckdb");
    // @ts-expect-error -- a group is a literal, not any text
    registry.list(anyText);
  });

  test("resolveDependencies keeps the type of what it is given", () => {
    expectTypeOf(registry.resolveDependencies([compute])).toEqualTypeOf<readonly ComputePlugin[]>();
  });

  test("lists, states and reports are typed", () => {
    expectTypeOf(registry.list()).toEqualTypeOf<readonly PluginInfo[]>();
    expectTypeOf(registry.listAll()).toEqualTypeOf<Record<EntryPointGroup, string[]>>();
    expectTypeOf(registry.state(PluginType.DBT, "core")).toEqualTypeOf<PluginState>();
    expectTypeOf(registry.activateAll()).toEqualTypeOf<Promise<ActivationReport>>();
  });

  test("a key in an option is a group and a name joined by a colon", () => {
    expectTypeOf<"floe.computes:duckdb">().toExtend<PluginKey>();
    void registry.activateAll({ select: ["floe.computes:duckdb"], policy: { "floe.computes:duckdb": "required" } });
    // @ts-expect-error -- a bare name may mean several plugins
    void registry.activateAll({ select: ["duckdb"] });
    // @ts-expect-error -- there are two policies
    void registry.activateAll({ policy: "sometimes" });
  });

  test("a limit is a number, or numbers by key with a default", () => {
    new PluginRegistry({ startupTimeoutMs: 5, shutdownTimeoutMs: { default: 10, "floe.computes:duckdb": Infinity } });
    // @ts-expect-error -- a name is no key
    new PluginRegistry({ startupTimeoutMs: { duckdb: 5 } });
  });

  test("await using takes a registry", () => {
    expectTypeOf<PluginRegistry>().toExtend<AsyncDisposable>();
  });
});
