import { describe, expect, test } from "vitest";
import { ComputePlugin } from "../../../src/plugin/compute-plugin.ts";
import { readPluginBrand } from "../../../src/plugin/plugin-brand.ts";
import { PluginMetadata } from "../../../src/plugin/plugin-metadata.ts";
import { definePluginType } from "../../../src/plugin/plugin-type-definition.ts";

abstract class WidgetPlugin extends PluginMetadata {
  abstract render(): string;
}

describe("definePluginType", () => {
  test("definePluginType answers the frozen definition, with no optional members by default", () => {
    const definition = definePluginType({ group: "floe.widgets", base: WidgetPlugin, required: { render: "function" } });
    expect(definition).toStrictEqual({ group: "floe.widgets", required: { render: "function" }, optional: {} });
    expect(Object.isFrozen(definition)).toBe(true);
    expect(Object.isFrozen(definition.required)).toBe(true);
    expect(Object.isFrozen(definition.optional)).toBe(true);
  });

  test("definePluginType copies the members it was given", () => {
    const required = { render: "function" } as const;
    const optional = { title: "string" } as const;
    const definition = definePluginType({ group: "floe.widgets", base: WidgetPlugin, required, optional });
    expect(definition.required).not.toBe(required);
    expect(definition.optional).toStrictEqual({ title: "string" });
  });

  test("definePluginType brands the class with its group", () => {
    abstract class GadgetPlugin extends PluginMetadata {}
    definePluginType({ group: "floe.gadgets", base: GadgetPlugin, required: {} });
    expect(readPluginBrand(GadgetPlugin.prototype)).toStrictEqual({ group: "floe.gadgets" });
  });

  test("definePluginType takes a class below a built-in one and leaves that one as it is", () => {
    abstract class GpuPlugin extends ComputePlugin {}
    definePluginType({ group: "floe.gpus", base: GpuPlugin, required: {} });
    expect(readPluginBrand(GpuPlugin.prototype)).toStrictEqual({ group: "floe.gpus" });
    expect(readPluginBrand(ComputePlugin.prototype)).toStrictEqual({ group: "floe.computes" });
  });

  test.each(["widgets", "floe.Widgets", "floe.", "floe.a:b", "", "floe.__proto__"])(
    "definePluginType refuses the malformed group %j",
    (group) => {
      expect(() => definePluginType({ group, base: WidgetPlugin, required: {} })).toThrow(
        new TypeError(`Cannot define a plugin type: group "${group}" is not "floe." and one lower-case word`),
      );
    },
  );

  test.each(["floe.computes", "floe.prefer"])("definePluginType refuses %s, which is floe's own", (group) => {
    abstract class OtherPlugin extends PluginMetadata {}
    expect(() => definePluginType({ group, base: OtherPlugin, required: {} })).toThrow(
      new TypeError(`Cannot define a plugin type: group "${group}" is one of floe's own`),
    );
    expect(readPluginBrand(OtherPlugin.prototype)).toStrictEqual({ group: "" });
  });

  test.each([
    ["the common base", PluginMetadata],
    ["a built-in class", ComputePlugin],
    ["a class of another platform type", WidgetPlugin],
  ])("definePluginType refuses %s, whose plugins would change their type", (_, base) => {
    definePluginType({ group: "floe.widgets", base: WidgetPlugin, required: {} });
    const before = readPluginBrand(base.prototype);
    expect(() => definePluginType({ group: "floe.usurpers", base, required: {} })).toThrow(
      new TypeError(`Cannot define plugin type "floe.usurpers": ${base.name} is the class of another type; extend it`),
    );
    expect(readPluginBrand(base.prototype)).toStrictEqual(before);
  });

  test("definePluginType refuses a class that does not extend PluginMetadata", () => {
    class Stranger {}
    expect(() =>
      definePluginType({ group: "floe.strangers", base: Stranger as unknown as typeof WidgetPlugin, required: {} }),
    ).toThrow(new TypeError('Cannot define plugin type "floe.strangers": its class Stranger does not extend PluginMetadata'));
  });
});
