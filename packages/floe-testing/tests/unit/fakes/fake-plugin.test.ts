import { PluginType } from "floe-core";
import { describe, expect, test } from "vitest";
import { FAKE_CLASSES, fakeClass, fakePlugin } from "../../../src/fakes/fake-plugin.ts";
import { createTestRegistry } from "../../../src/registry/test-registry.ts";

const types = Object.values(PluginType);

describe("FAKE_CLASSES", () => {
  test("FAKE_CLASSES has a class for each of the eleven types", () => {
    expect(Object.keys(FAKE_CLASSES).sort()).toEqual([...types].sort());
  });

  test.each(types)("FAKE_CLASSES %s is discovered, started, healthy and stopped", async (type) => {
    await using registry = createTestRegistry({ plugins: { [type]: { discovered: FAKE_CLASSES[type] } } });
    expect(await registry.activateAll()).toMatchObject({ ok: true, plugins: [{ state: "active" }] });
    expect(await registry.healthCheckAll()).toMatchObject({ overall: "healthy" });
    expect(await registry.shutdownAll()).toMatchObject({ ok: true });
  });

  test.each(types)("fakePlugin %s can be registered as it is", async (type) => {
    await using registry = createTestRegistry();
    registry.register(type, fakePlugin(type));
    expect(registry.list(type)).toMatchObject([{ name: "fake", version: "1.0.0", state: "loaded" }]);
  });
});

describe("fakePlugin", () => {
  test("fakePlugin passes options on", () => {
    const storage = fakePlugin(PluginType.STORAGE, { name: "disk", getWarehouseUri: () => "file:disk" });
    expect(storage.name).toBe("disk");
    expect(storage.getWarehouseUri("ns")).toBe("file:disk");
    expect(storage.objects.size).toBe(0);
  });
});

describe("fakeClass", () => {
  test("fakeClass makes a class that is constructed with the options", async () => {
    const load = fakeClass(PluginType.SECRETS, { secrets: { key: "value" } });
    await using registry = createTestRegistry({ plugins: { "floe.secrets": { memory: load } } });
    const plugin = await registry.get("floe.secrets", "memory");
    expect(plugin.name).toBe("memory");
    await expect(plugin.getSecret("key")).resolves.toBe("value");
  });
});
