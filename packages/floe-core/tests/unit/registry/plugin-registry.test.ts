import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { makeSecret } from "../../../src/config/secret-value.ts";
import { PluginMetadata } from "../../../src/plugin/plugin-metadata.ts";
import { definePluginType } from "../../../src/plugin/plugin-type-definition.ts";
import { PluginRegistry } from "../../../src/registry/plugin-registry.ts";
import { fakeSecrets, IDENTITY, SECRETS, type FakeBehaviour } from "../../support/fake-plugin.ts";
import { discovered, fakeSource, registered } from "../../support/fake-registry.ts";
import { thrownBy } from "../../support/thrown-by.ts";

describe("new PluginRegistry", () => {
  test("making a registry asks no source", () => {
    const discover = vi.fn();
    expect(new PluginRegistry({ sources: [{ name: "s", discover }] }).list()).toStrictEqual([]);
    expect(discover).not.toHaveBeenCalled();
  });

  test("a registry can be made without options", () => {
    expect(new PluginRegistry().resolve().order).toStrictEqual([]);
  });

  test("malformed options are refused", () => {
    expect(() => new PluginRegistry({ startupTimeoutMs: -1 })).toThrow(RangeError);
    expect(() => new PluginRegistry({ apiVersion: "v1" })).toThrow(RangeError);
    expect(() => new PluginRegistry({ types: [{ group: "floe.dbt", required: {} }] })).toThrow(TypeError);
  });

  test("a platform's own type takes part like the built-in ones", async () => {
    abstract class WidgetPlugin extends PluginMetadata {
      abstract render(): string;
    }
    class Clock extends WidgetPlugin {
      override readonly name = "clock";
      override readonly version = "1.0.0";
      override readonly floeApiVersion = "1.0";
      render(): string {
        return "12:00";
      }
    }
    const types = [definePluginType({ group: "floe.widgets", base: WidgetPlugin, required: { render: "function" } })];
    const registry = new PluginRegistry({ types, sources: [] });
    const widgets = "floe.widgets" as typeof SECRETS;
    const clock = new Clock();
    registry.register(widgets, clock as never);
    expect(await registry.get(widgets, "clock")).toBe(clock);
    expect((await registry.activateAll()).ok).toBe(true);
    const unfinished = await thrownBy(() => registry.register(widgets, Object.assign(new Clock(), { render: 5 }) as never));
    expect(unfinished.code).toBe("FLOE_PLUGIN_CONTRACT");
  });
});

describe("has and find", () => {
  test("has answers for what is registered or discovered, loaded or not", () => {
    const registry = discovered([{ name: "a" }]);
    registry.register(SECRETS, fakeSecrets("b"));
    expect([registry.has(SECRETS, "a"), registry.has(SECRETS, "b"), registry.has(SECRETS, "c")]).toStrictEqual([true, true, false]);
    expect(registry.has(IDENTITY, "a")).toBe(false);
    expect(registry.has("floe.unknown" as typeof SECRETS, "a")).toBe(false);
  });

  test("find answers only what is loaded, and loads nothing", async () => {
    const load = vi.fn(() => null);
    const registry = discovered([{ name: "a" }, { name: "broken", load }]);
    expect(registry.find(SECRETS, "a")).toBeUndefined();
    const plugin = await registry.get(SECRETS, "a");
    expect(registry.find(SECRETS, "a")).toBe(plugin);
    expect(registry.find(SECRETS, "absent")).toBeUndefined();
    expect(load).not.toHaveBeenCalled();
    await thrownBy(() => registry.get(SECRETS, "broken"));
    expect(registry.find(SECRETS, "broken")).toBeUndefined();
  });
});

describe("getAll", () => {
  test("getAll loads every plugin of the type, by name, and reports those that do not load", async () => {
    const registry = discovered([
      { name: "c" },
      { name: "broken", load: () => null },
      { name: "a" },
      { name: "elsewhere", type: IDENTITY },
    ]);
    const { plugins, failures } = await registry.getAll(SECRETS);
    expect(plugins.map(({ name }) => name)).toStrictEqual(["a", "c"]);
    expect(failures).toStrictEqual([
      { key: "floe.secrets:broken", error: await thrownBy(() => registry.get(SECRETS, "broken")) },
    ]);
    expect(registry.state(IDENTITY, "elsewhere")).toBe("discovered");
  });

  test("getAll answers empty lists for a type without plugins", async () => {
    const registry = new PluginRegistry({ sources: [fakeSource([])] });
    expect(await registry.getAll("floe.dbt")).toStrictEqual({ plugins: [], failures: [] });
  });
});

describe("a plugin's whole way", () => {
  test("a plugin goes from discovered to stopped and back up, and each state is visible", async () => {
    const states: string[] = [];
    const behaviour: FakeBehaviour = {
      startup: () => void states.push(registry.state(SECRETS, "a")),
      shutdown: () => void states.push(registry.state(SECRETS, "a")),
    };
    const registry = discovered([{ name: "a", behaviour }]);
    const note = (): void => void states.push(registry.state(SECRETS, "a"));
    note();
    const got = registry.get(SECRETS, "a");
    note();
    await got;
    note();
    await registry.activate(SECRETS, "a");
    note();
    await registry.shutdown(SECRETS, "a");
    note();
    await registry.activate(SECRETS, "a");
    expect(states).toStrictEqual(["discovered", "loading", "loaded", "starting", "active", "stopping", "stopped", "starting"]);
  });
});

describe("secrets", () => {
  const VALUE = "correct-horse-battery";
  const lines: unknown[] = [];
  const note = (...line: unknown[]): void => void lines.push(line);
  const logger = { debug: note, info: note, warn: note, error: note };

  beforeEach(() => void lines.splice(0));
  afterEach(() => vi.useRealTimers());

  /** A registry whose plugin `a` has a secret in its configuration. */
  async function withSecret(behaviour: FakeBehaviour): Promise<PluginRegistry> {
    const data = { nested: [{ token: makeSecret(VALUE) }] };
    const schema = (): never => ({ safeParse: () => ({ success: true, data }) }) as never;
    const registry = registered([fakeSecrets("a", { schema, ...behaviour }), fakeSecrets("b", { dependencies: ["a"] })], { logger });
    await registry.configure(SECRETS, "a", {}).catch(() => undefined);
    return registry;
  }

  /** Everything in which a value could show. */
  function shown(value: unknown): string {
    const error = value instanceof Error ? [value.message, value.stack, String(value), shown(value.cause)] : [];
    return [JSON.stringify(value), inspect(value, { depth: 20, showHidden: true }), inspect(lines, { depth: 20 }), ...error].join("\n");
  }

  function leak(): Error {
    const cause = new TypeError(`login ${VALUE} refused`);
    return Object.assign(new Error(`cannot reach https://me:${VALUE}@host`, { cause }), { url: `https://${VALUE}` });
  }

  test("a secret in what startup throws shows nowhere, neither does one in what the clean-up throws", async () => {
    const throwing = (): never => {
      throw leak();
    };
    const registry = await withSecret({ startup: throwing, shutdown: throwing });
    const error = await thrownBy(() => registry.activate(SECRETS, "a"));
    expect(error.message).toContain("cannot reach https://me:[secret]@host");
    expect(shown(error)).not.toContain(VALUE);
    const report = await registry.activateAll();
    expect(shown(report)).not.toContain(VALUE);
    expect(shown(await registry.healthCheckAll())).not.toContain(VALUE);
  });

  test("a secret in what shutdown throws shows nowhere", async () => {
    const registry = await withSecret({ shutdown: () => Promise.reject(leak()) });
    await registry.activate(SECRETS, "a");
    const report = await registry.shutdownAll();
    expect(report.plugins.at(-1)?.error?.message).toContain("[secret]");
    expect(shown(report)).not.toContain(VALUE);
    expect(lines).not.toStrictEqual([]);
  });

  test("a secret in what healthCheck throws shows nowhere", async () => {
    const registry = await withSecret({ healthCheck: () => Promise.reject(leak()) });
    await registry.activate(SECRETS, "a");
    const report = await registry.healthCheckAll();
    expect(report.plugins[0]?.status.message).toContain("[secret]");
    expect(shown(report)).not.toContain(VALUE);
  });

  test("a secret in what configure throws shows nowhere", async () => {
    const registry = await withSecret({
      configure: () => {
        throw leak();
      },
    });
    const error = await thrownBy(() => registry.configure(SECRETS, "a", {}));
    expect(error.message).toContain("[secret]");
    expect(shown(error)).not.toContain(VALUE);
  });

  test("a secret of the configuration in force shows nowhere when getConfigSchema throws", async () => {
    let isBroken = false;
    const data = { token: makeSecret(VALUE) };
    const schema = (): never => {
      if (isBroken) throw leak();
      return { safeParse: () => ({ success: true, data }) } as never;
    };
    const registry = await withSecret({ schema });
    isBroken = true;
    const error = await thrownBy(() => registry.configure(SECRETS, "a", {}));
    expect(error.message).toContain("its getConfigSchema() failed: cannot reach https://me:[secret]@host");
    expect(shown(error)).not.toContain(VALUE);
  });

  test("a secret in the configuration itself shows nowhere, and reveals its value on demand only", async () => {
    const registry = await withSecret({});
    const config = registry.getConfig(SECRETS, "a") as { nested: [{ token: { reveal: () => string } }] };
    expect(shown(config)).not.toContain(VALUE);
    expect(shown(registry.list())).not.toContain(VALUE);
    expect(shown(registry)).not.toContain(VALUE);
    expect(config.nested[0].token.reveal()).toBe(VALUE);
  });
});
