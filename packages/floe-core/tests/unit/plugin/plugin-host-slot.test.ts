import { describe, expect, test } from "vitest";
import { findHostSlot, hostSlot } from "../../../src/plugin/plugin-host-slot.ts";

describe("hostSlot", () => {
  test("hostSlot makes an empty slot on first use and answers the same one afterwards", () => {
    const plugin = {};
    const slot = hostSlot(plugin);
    expect(slot).toStrictEqual({ identity: undefined, baseDir: undefined, config: undefined });
    expect(hostSlot(plugin)).toBe(slot);
  });

  test("hostSlot hangs under the shared symbol, where another copy of floe-core finds it", () => {
    const plugin = {};
    const slot = hostSlot(plugin);
    expect(Reflect.get(plugin, Symbol.for("floe.plugin.host"))).toBe(slot);
  });

  test("hostSlot does not show among the plugin's own members", () => {
    const plugin = { name: "a" };
    hostSlot(plugin);
    expect(Object.keys(plugin)).toStrictEqual(["name"]);
    expect({ ...plugin }).toStrictEqual({ name: "a" });
  });

  test("hostSlot throws a TypeError for a frozen instance", () => {
    expect(() => hostSlot(Object.freeze({}))).toThrow(TypeError);
  });
});

describe("findHostSlot", () => {
  test("findHostSlot is undefined before the slot is made", () => {
    expect(findHostSlot({})).toBeUndefined();
  });

  test("findHostSlot does not take the slot of a prototype for the instance's own", () => {
    const prototype = {};
    hostSlot(prototype);
    expect(findHostSlot(Object.create(prototype) as object)).toBeUndefined();
  });
});
