import { FLOE_PLUGIN_API_VERSION, PluginType } from "floe-core";
import { expect, test } from "vitest";
import { brokenFake } from "../../../../src/broken/types/broken-fake.ts";
import { FakeStorage } from "../../../../src/fakes/fake-storage.ts";

const parts = { id: "x", title: "x", violates: "storage/deletes" } as const;

test("brokenFake makes an entry of a class, which no registry has anything to say against", () => {
  const plugin = brokenFake(PluginType.STORAGE, { ...parts, class: FakeStorage });
  const entry = { load: FakeStorage, version: "1.0.0", apiVersion: FLOE_PLUGIN_API_VERSION };
  expect(plugin).toEqual({
    ...parts,
    type: "floe.storage",
    name: "broken",
    source: { kind: "entry", entry },
    expected: { step: "none" },
  });
});

test("brokenFake makes the type's fake with other members", () => {
  const { source } = brokenFake(PluginType.STORAGE, { ...parts, members: { getWarehouseUri: 7 } });
  if (source.kind !== "entry") throw new Error("there is no class");
  const plugin = new (source.entry.load as new () => FakeStorage)();
  expect(plugin).toBeInstanceOf(FakeStorage);
  expect(plugin.getWarehouseUri).toBe(7);
  expect(plugin.getHelmValues()).toEqual({});
});
