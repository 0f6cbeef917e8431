import { FLOE_PLUGIN_API_VERSION } from "floe-core";
import { expect, test } from "vitest";
import { brokenEntry } from "../../../src/broken/broken-entry.ts";
import { SoundCompute } from "../../../src/broken/sound-compute.ts";

const parts = { id: "x", title: "x", violates: "load/ends", expected: { step: "none" }, class: SoundCompute } as const;

test("brokenEntry makes an entry of a static table of the class", () => {
  const plugin = brokenEntry(parts);
  const entry = { load: SoundCompute, version: "1.0.0", apiVersion: FLOE_PLUGIN_API_VERSION };
  expect(plugin).toMatchObject({ id: "x", type: "floe.computes", name: "broken", source: { kind: "entry", entry } });
  expect(plugin).not.toHaveProperty("class");
});

test("brokenEntry states the API version that it is given, and none for null", () => {
  expect(brokenEntry({ ...parts, apiVersion: "7.0" }).source).toMatchObject({ entry: { apiVersion: "7.0" } });
  expect(brokenEntry({ ...parts, apiVersion: null }).source).not.toHaveProperty("entry.apiVersion");
});

test("brokenEntry states the version that it is given", () => {
  expect(brokenEntry({ ...parts, version: "2.0.0" }).source).toMatchObject({ entry: { version: "2.0.0" } });
});
