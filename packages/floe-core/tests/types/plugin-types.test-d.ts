import { describe, expectTypeOf, test } from "vitest";
import { definePluginType, type EntryPointGroup, PluginMetadata, PluginRegistry } from "floe-core";

abstract class TypeTestPlugin<Config = unknown> extends PluginMetadata<Config> {
  abstract render(): string;
}

declare module "floe-core" {
  interface PluginTypes {
    "floe.type_tests": TypeTestPlugin;
  }
}

const TYPE_TESTS = definePluginType({ group: "floe.type_tests", base: TypeTestPlugin, required: { render: "function" } });

describe("PluginTypes", () => {
  test("a type that a platform merged in joins the groups", () => {
    expectTypeOf<"floe.type_tests">().toExtend<EntryPointGroup>();
  });

  test("get knows the type that was merged in", () => {
    const registry = new PluginRegistry({ types: [TYPE_TESTS], sources: [] });
    expectTypeOf(registry.get("floe.type_tests", "a")).toEqualTypeOf<Promise<TypeTestPlugin>>();
    expectTypeOf(registry.find("floe.type_tests", "a")).toEqualTypeOf<TypeTestPlugin | undefined>();
    expectTypeOf(registry.listAll()["floe.type_tests"]).toEqualTypeOf<string[]>();
  });

  test("definePluginType takes an abstract plugin class only", () => {
    class Stranger {}
    // @ts-expect-error -- it has none of PluginMetadata's members
    definePluginType({ group: "floe.strangers", base: Stranger, required: {} });
    // @ts-expect-error -- there is no such kind of member
    definePluginType({ group: "floe.strangers", base: TypeTestPlugin, required: { render: "method" } });
  });
});
