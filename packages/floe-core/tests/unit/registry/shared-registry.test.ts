import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { DiscoverySource } from "../../../src/discovery/discovery-source.ts";
import type { PluginRegistry } from "../../../src/registry/plugin-registry.ts";
import { fakeSecrets, SECRETS } from "../../support/fake-plugin.ts";
import { findings } from "../../support/fake-registry.ts";
import { thrownBy } from "../../support/thrown-by.ts";

const discover = vi.fn(() => findings([{ name: "found" }]));

vi.mock("../../../src/discovery/package-scan.ts", () => ({
  packageScan: (): DiscoverySource => ({ name: "counted", discover }),
}));

const SLOT = Symbol.for("floe.registry");

interface Copy {
  readonly getRegistry: () => PluginRegistry;
  readonly resetRegistry: () => Promise<void>;
}

/** Another copy of floe-core: the same code, evaluated anew. */
async function anotherCopy(apiVersion = "1.0"): Promise<Copy> {
  vi.resetModules();
  vi.doMock("../../../src/version/plugin-api-version.ts", () => ({ FLOE_PLUGIN_API_VERSION: apiVersion }));
  const copy = await import("../../../src/registry/shared-registry.ts");
  vi.doUnmock("../../../src/version/plugin-api-version.ts");
  return copy;
}

// The slot cannot be taken back once a copy has defined it, so what comes before that is tested first.
describe("before any copy has made the registry", () => {
  afterEach(() => Reflect.deleteProperty(globalThis, SLOT));

  test("resetRegistry has nothing to do and does not make it", async () => {
    const { resetRegistry } = await anotherCopy();
    await resetRegistry();
    expect(SLOT in globalThis).toBe(false);
  });

  test.each(["2.0", "0.9", "nonsense", undefined])(
    "getRegistry refuses the slot of a copy with plugin API %s, naming both and the remedy",
    async (apiVersion) => {
      const slot = { version: "7.0.0", apiVersion, path: "/other/floe-core/dist/registry", get: vi.fn(), reset: vi.fn() };
      Object.defineProperty(globalThis, SLOT, { value: slot, configurable: true });
      const { getRegistry, resetRegistry } = await anotherCopy();
      const error = await thrownBy(() => getRegistry());
      expect(error.code).toBe("FLOE_REGISTRY_CONFLICT");
      const ours = dirname(fileURLToPath(new URL("../../../src/registry/shared-registry.ts", import.meta.url)));
      expect(error).toMatchObject({
        copies: [
          { version: "7.0.0", apiVersion, path: "/other/floe-core/dist/registry" },
          { version: "0.1.0", apiVersion: "1.0", path: ours },
        ],
      });
      expect(error.message).toContain("/other/floe-core/dist/registry");
      expect(error.message).toContain(ours);
      expect(error.hint).toContain("Install one version of floe-core");
      expect((await thrownBy(() => resetRegistry())).code).toBe("FLOE_REGISTRY_CONFLICT");
      expect(slot.get).not.toHaveBeenCalled();
    },
  );

  test("getRegistry shares the slot of a copy with the same API major, whatever the rest of its version", async () => {
    const theirs = {};
    const slot = { version: "9.9.9", apiVersion: "1.7", path: "/other", get: () => theirs, reset: vi.fn() };
    Object.defineProperty(globalThis, SLOT, { value: slot, configurable: true });
    const { getRegistry, resetRegistry } = await anotherCopy();
    expect(getRegistry()).toBe(theirs);
    await resetRegistry();
    expect(slot.reset).toHaveBeenCalledTimes(1);
  });
});

describe("the shared registry", () => {
  test("getRegistry makes and discovers one registry in one step, and answers it ever after", async () => {
    const { getRegistry } = await anotherCopy();
    expect(discover).not.toHaveBeenCalled();
    const registry = getRegistry();
    expect(registry.has(SECRETS, "found")).toBe(true);
    expect(getRegistry()).toBe(registry);
    expect(discover).toHaveBeenCalledTimes(1);
  });

  test("getRegistry is shared by two copies of floe-core of one API major", async () => {
    const [one, two] = [await anotherCopy(), await anotherCopy("1.4")];
    expect(one.getRegistry).not.toBe(two.getRegistry);
    expect(one.getRegistry()).toBe(two.getRegistry());
  });

  test("getRegistry of a copy with another API major is refused", async () => {
    const { getRegistry } = await anotherCopy("2.0");
    const error = await thrownBy(() => getRegistry());
    expect(error).toMatchObject({ copies: [{ apiVersion: "1.0" }, { apiVersion: "2.0" }] });
  });

  test("the slot is frozen and cannot be replaced", () => {
    const slot = Object.getOwnPropertyDescriptor(globalThis, SLOT);
    expect(slot).toMatchObject({ writable: false, configurable: false, enumerable: false });
    expect(Object.isFrozen(slot?.value)).toBe(true);
  });

  test("resetRegistry stops what is active, and the next getRegistry makes a new one", async () => {
    const { getRegistry, resetRegistry } = await anotherCopy();
    const calls: string[] = [];
    const before = getRegistry();
    before.register(SECRETS, fakeSecrets("a", { calls }));
    await before.activate(SECRETS, "a");
    const reset = resetRegistry();
    const after = getRegistry();
    await reset;
    expect(calls).toStrictEqual(["start a", "stop a"]);
    expect(after).not.toBe(before);
    expect(getRegistry()).toBe(after);
    expect(after.has(SECRETS, "a")).toBe(false);
    expect((await thrownBy(() => before.activateAll())).code).toBe("FLOE_REGISTRY_CONFLICT");
  });

  test("resetRegistry of a registry that nobody asked for since the last reset does nothing", async () => {
    const { getRegistry, resetRegistry } = await anotherCopy();
    getRegistry();
    await resetRegistry();
    await expect(resetRegistry()).resolves.toBeUndefined();
  });

  test("getRegistry called during discovery is refused instead of showing a registry that is half made", async () => {
    const { getRegistry, resetRegistry } = await anotherCopy();
    await resetRegistry();
    const errors: unknown[] = [];
    const subscriber = (): void => {
      try {
        getRegistry();
      } catch (error) {
        errors.push(error);
      }
    };
    subscribe("floe.discover", subscriber);
    const registry = getRegistry();
    unsubscribe("floe.discover", subscriber);
    expect(errors).toMatchObject([{ code: "FLOE_REGISTRY_CONFLICT", message: "Cannot use the registry: it is being made", copies: [] }]);
    expect(errors).toMatchObject([{ hint: expect.stringContaining("discovery runs") as string }]);
    expect(getRegistry()).toBe(registry);
  });
});
