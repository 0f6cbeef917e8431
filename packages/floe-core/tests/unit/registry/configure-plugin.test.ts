import { describe, expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { PluginConfigurationError } from "../../../src/errors/plugin-configuration-error.ts";
import type { ConfigSchema, PluginConfig } from "../../../src/plugin/config-schema.ts";
import type { PluginRegistry } from "../../../src/registry/plugin-registry.ts";
import { fakeSecrets, SECRETS, type FakeBehaviour, type FakeSecrets } from "../../support/fake-plugin.ts";
import { registered } from "../../support/fake-registry.ts";
import { publishedOn } from "../../support/published-on.ts";
import { thrownBy } from "../../support/thrown-by.ts";

const SCHEMA: ConfigSchema<PluginConfig> = z.strictObject({
  path: z.string(),
  threads: z.number().int().default(2),
  nested: z.object({ list: z.array(z.string()) }).default({ list: [] }),
});

/** A registry with one plugin, `a`, with a schema unless the behaviour says otherwise. */
function single(behaviour: FakeBehaviour = {}): { registry: PluginRegistry; plugin: FakeSecrets } {
  const plugin = fakeSecrets("a", { schema: () => SCHEMA, ...behaviour });
  return { registry: registered([plugin]), plugin };
}

function refusal(registry: PluginRegistry, config: unknown): Promise<PluginConfigurationError> {
  return thrownBy(() => registry.configure(SECRETS, "a", config), PluginConfigurationError);
}

describe("configure", () => {
  test("configure applies defaults, freezes through and through, pushes to the plugin and stores", async () => {
    const { registry, plugin } = single();
    const input = { path: "/data" };
    const config = await registry.configure(SECRETS, "a", input);
    expect(config).toStrictEqual({ path: "/data", threads: 2, nested: { list: [] } });
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen((config as { nested: { list: string[] } }).nested.list)).toBe(true);
    expect(registry.getConfig(SECRETS, "a")).toBe(config);
    expect(plugin.config).toBe(config);
    expect(plugin.isConfigured).toBe(true);
    expect(input).toStrictEqual({ path: "/data" });
  });

  test("configure validates once, and nothing but the plugin it is for", async () => {
    const asked: string[] = [];
    const validating = (name: string): FakeSecrets => {
      const safeParse = (data: unknown): never => {
        asked.push(name);
        return { success: true, data } as never;
      };
      return fakeSecrets(name, { schema: () => ({ safeParse }) });
    };
    const registry = registered(["a", "b", "c", "d"].map(validating));
    await registry.configure(SECRETS, "a", {});
    await registry.activate(SECRETS, "b");
    await registry.activate(SECRETS, "a");
    await registry.get(SECRETS, "c");
    registry.list();
    registry.resolve();
    expect(asked).toStrictEqual(["a", "b"]);
    expect(registry.getConfig(SECRETS, "c")).toBeUndefined();
  });

  test("configure again replaces the configuration", async () => {
    const { registry, plugin } = single();
    await registry.configure(SECRETS, "a", { path: "/one" });
    await registry.configure(SECRETS, "a", { path: "/two", threads: 4 });
    expect(plugin.config).toMatchObject({ path: "/two", threads: 4 });
  });

  test("configure refuses with every issue at once, with what is near an unknown key", async () => {
    const { registry } = single();
    const error = await refusal(registry, { threads: "many", pth: "/data" });
    expect(error.code).toBe("FLOE_PLUGIN_CONFIGURATION");
    expect(error.issues.map(({ path, rule, received, nearest }) => [path, rule, received, nearest])).toStrictEqual([
      ["path", "invalid_type", "missing", undefined],
      ["threads", "invalid_type", "string", undefined],
      ["pth", "unrecognized_keys", "string", "path"],
    ]);
  });

  test("configure that is refused by the schema changes nothing", async () => {
    const { registry, plugin } = single();
    const config = await registry.configure(SECRETS, "a", { path: "/data" });
    await refusal(registry, { path: 5 });
    expect(registry.getConfig(SECRETS, "a")).toBe(config);
    expect(plugin.config).toBe(config);
    expect(registry.state(SECRETS, "a")).toBe("loaded");
  });

  test("configure that is refused by the plugin changes nothing, not even what it had stored already", async () => {
    let refuse = false;
    const { registry, plugin } = single({
      configure: (config, store) => {
        store(config);
        if (refuse) throw new Error("path is on another disk");
      },
    });
    const config = await registry.configure(SECRETS, "a", { path: "/data" });
    refuse = true;
    const error = await refusal(registry, { path: "/other" });
    expect(error.message).toBe(
      "Cannot configure plugin floe.secrets:a: it refused the configuration: path is on another disk",
    );
    expect(error.cause).toMatchObject({ message: "path is on another disk" });
    expect(plugin.config).toBe(config);
    expect(registry.getConfig(SECRETS, "a")).toBe(config);
  });

  test("configure that is refused the first time leaves the plugin unconfigured", async () => {
    const { registry, plugin } = single({
      configure: (config, store) => {
        store(config);
        throw new Error("no");
      },
    });
    await refusal(registry, { path: "/data" });
    expect(plugin.isConfigured).toBe(false);
    expect(registry.getConfig(SECRETS, "a")).toBeUndefined();
  });

  test("configure reaches `config` although an override forgets to call its super class", async () => {
    const { registry, plugin } = single({ configure: () => undefined });
    const config = await registry.configure(SECRETS, "a", { path: "/data" });
    expect(plugin.config).toBe(config);
  });

  test.each([
    ["a promise", () => Promise.resolve()],
    ["a promise that rejects", () => Promise.reject(new Error("later"))],
    ["a thenable", () => ({ then: (done: () => void) => done() })],
  ])("configure refuses a plugin whose configure answers %s", async (_, configure) => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const { registry, plugin } = single({ configure });
    const error = await refusal(registry, { path: "/data" });
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", unhandled);
    expect(error.message).toContain("its configure() returned a promise; it has to be synchronous");
    expect(plugin.isConfigured).toBe(false);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test("configure asks for the schema each time", async () => {
    const schema = vi.fn(() => SCHEMA);
    const { registry } = single({ schema });
    await registry.configure(SECRETS, "a", { path: "/one" });
    await registry.configure(SECRETS, "a", { path: "/two" });
    expect(schema).toHaveBeenCalledTimes(2);
  });

  test("configure blames the plugin for a getConfigSchema that throws", async () => {
    const { registry } = single({
      schema: () => {
        throw new Error("no schema today");
      },
    });
    const error = await refusal(registry, {});
    expect(error.message).toContain("its getConfigSchema() failed: no schema today");
    expect(error.hint).toContain("a fault of the plugin");
  });

  test("configure blames the plugin for an asynchronous getConfigSchema, and takes care of its failure", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const { registry } = single({ schema: () => Promise.reject(new Error("late")) as never });
    const error = await refusal(registry, {});
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", unhandled);
    expect(error.code).toBe("FLOE_PLUGIN_CONFIGURATION");
    expect(unhandled).not.toHaveBeenCalled();
  });

  test.each([undefined, null, {}])("configure with %j of a plugin without a schema resolves with null and stores it", async (config) => {
    const { registry, plugin } = single({ schema: () => null });
    expect(registry.getConfig(SECRETS, "a")).toBeUndefined();
    expect(await registry.configure(SECRETS, "a", config)).toBeNull();
    expect(registry.getConfig(SECRETS, "a")).toBeNull();
    expect(plugin.isConfigured).toBe(false);
  });

  test.each([[{ path: "/data" }], ["text"], [[]], [0]])("configure with %j of a plugin without a schema is refused, not dropped", async (config) => {
    const { registry } = single({ schema: () => null });
    const error = await refusal(registry, config);
    expect(error.message).toContain("it takes no configuration");
    expect(registry.getConfig(SECRETS, "a")).toBeUndefined();
  });

  test("configure publishes floe.configure, with the error of one that failed", async () => {
    onTestFinished(() => void vi.useRealTimers());
    vi.useFakeTimers();
    vi.advanceTimersByTime(5000);
    const { registry } = single();
    let error: PluginConfigurationError | undefined;
    const events = await publishedOn("floe.configure", async () => {
      await registry.configure(SECRETS, "a", { path: "/data" });
      error = await refusal(registry, {});
    });
    expect(events).toStrictEqual([
      { key: "floe.secrets:a", durationMs: 0 },
      { key: "floe.secrets:a", durationMs: 0, error: error?.toJSON() },
    ]);
  });
});
