import { PluginType } from "floe-core";
import { expect, test } from "vitest";
import { PLUGIN_KEYS, pluginGroups } from "../../../src/product/plugin-keys.ts";

test("PLUGIN_KEYS has one key for each of the eleven types", () => {
  expect(Object.values(PLUGIN_KEYS).sort()).toEqual(Object.values(PluginType).sort());
});

test("pluginGroups adds the platform's own types", () => {
  const groups = pluginGroups({ widget: { group: "floe.widgets", required: {} } });
  expect(groups).toEqual({ ...PLUGIN_KEYS, widget: "floe.widgets" });
});
