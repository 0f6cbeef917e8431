import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { DuplicatePluginError } from "../../../src/errors/duplicate-plugin-error.ts";
import { PluginContractError } from "../../../src/errors/plugin-contract-error.ts";
import type { PluginError } from "../../../src/errors/plugin-error.ts";
import { PluginIncompatibleError } from "../../../src/errors/plugin-incompatible-error.ts";
import { PluginLoadError } from "../../../src/errors/plugin-load-error.ts";
import { silentLogger } from "../../../src/logger.ts";
import type { PluginRegistry } from "../../../src/registry/plugin-registry.ts";
import type { PluginRegistryOptions } from "../../../src/registry/registry-options.ts";
import { deferred } from "../../support/deferred.ts";
import { FakeSecrets, fakeSecrets, SECRETS } from "../../support/fake-plugin.ts";
import { discovered, registered, type FakeEntry } from "../../support/fake-registry.ts";
import { flush, isPending } from "../../support/flush.ts";
import { publishedOn } from "../../support/published-on.ts";
import { thrownBy } from "../../support/thrown-by.ts";

function modulePath(file: string): string {
  return join(import.meta.dirname, "../../fixtures/modules", file);
}

/** A registry with one entry, named `a`, in a module on disk. */
function withModule(file: string, exported = "default", options: PluginRegistryOptions = {}): PluginRegistry {
  return discovered([{ name: "a", file: modulePath(file), export: exported, load: null }], options);
}

/** A registry with one entry, named `a`. */
function withEntry(entry: Partial<FakeEntry>, options: PluginRegistryOptions = {}): PluginRegistry {
  return discovered([{ name: "a", ...entry }], options);
}

function failure(registry: PluginRegistry): Promise<PluginError> {
  return thrownBy(() => registry.get(SECRETS, "a"));
}

function loadFailure(registry: PluginRegistry): Promise<PluginLoadError> {
  return thrownBy(() => registry.get(SECRETS, "a"), PluginLoadError);
}

describe("get", () => {
  afterEach(() => vi.useRealTimers());

  test("get imports the entry's file and constructs the export that it names", async () => {
    const plugin = await withModule("good.mjs", "NamedPlugin").get(SECRETS, "a");
    expect(plugin).toMatchObject({ from: "named" });
  });

  test("get takes the default export when the entry names none", async () => {
    expect(await withModule("good.mjs").get(SECRETS, "a")).toMatchObject({ from: "default" });
  });

  test.each([
    ["class-itself.cjs", "default", "module.exports"],
    ["hidden-name.cjs", "HiddenPlugin", "hidden"],
    ["compiled.cjs", "default", "compiled"],
    ["like-common-js.mjs", "HiddenPlugin", "hidden"],
    ["like-common-js.mjs", "default", "compiled"],
  ])("get finds the class in the CommonJS module %s as %s", async (file, exported, from) => {
    expect(await withModule(file, exported).get(SECRETS, "a")).toMatchObject({ from });
  });

  test("get constructs the class without arguments", async () => {
    const given: unknown[][] = [];
    class Counting extends FakeSecrets {
      constructor(...parameters: unknown[]) {
        super();
        given.push(parameters);
      }
    }
    await withEntry({ load: () => Counting }).get(SECRETS, "a");
    expect(given).toStrictEqual([[]]);
  });

  test("get hands in the manifest's identity and the registry's folder", async () => {
    const registry = withEntry({
      description: "from the manifest",
      dependencies: ["b"],
      package: { version: "3.2.1" },
    });
    const { name, version, floeApiVersion, description, dependencies, baseDir } = await registry.get(SECRETS, "a");
    expect({ name, version, floeApiVersion, description, dependencies, baseDir }).toStrictEqual({
      name: "a",
      version: "3.2.1",
      floeApiVersion: "1.0",
      description: "from the manifest",
      dependencies: ["b"],
      baseDir: "/app",
    });
  });

  test("get loads on first use: discovered, loading, loaded", async () => {
    const gate = deferred<unknown>();
    const registry = withEntry({ load: () => gate.promise });
    expect(registry.state(SECRETS, "a")).toBe("discovered");
    expect(registry.find(SECRETS, "a")).toBeUndefined();
    const got = registry.get(SECRETS, "a");
    expect(registry.state(SECRETS, "a")).toBe("loading");
    gate.resolve(FakeSecrets);
    const plugin = await got;
    expect(registry.state(SECRETS, "a")).toBe("loaded");
    expect(registry.find(SECRETS, "a")).toBe(plugin);
  });

  test("get shares one import and one instance among eight concurrent calls, and with later ones", async () => {
    const load = vi.fn(() => Promise.resolve(FakeSecrets));
    const registry = withEntry({ load });
    const plugins = await Promise.all(Array.from({ length: 8 }, () => registry.get(SECRETS, "a")));
    expect(new Set([...plugins, await registry.get(SECRETS, "a")]).size).toBe(1);
    expect(load).toHaveBeenCalledTimes(1);
  });

  test("get answers with one promise from the first call on: it makes none for what is loaded", async () => {
    const registry = withEntry({ load: () => FakeSecrets });
    const first = registry.get(SECRETS, "a");
    await first;
    expect(registry.get(SECRETS, "a")).toBe(first);
    const host = registered([fakeSecrets("b")]);
    expect(host.get(SECRETS, "b")).toBe(host.get(SECRETS, "b"));
  });

  test("get evaluates a module once for two entries of it and makes an instance of each", async () => {
    const file = modulePath("good.mjs");
    const registry = discovered([
      { name: "a", file, export: "NamedPlugin", load: null },
      { name: "b", file, export: "NamedPlugin", load: null },
    ]);
    const [a, b] = await Promise.all([registry.get(SECRETS, "a"), registry.get(SECRETS, "b")]);
    expect(a).not.toBe(b);
    expect([a.name, b.name]).toStrictEqual(["a", "b"]);
    expect(Reflect.get(globalThis, "floeTestImports")).toBe(1);
  });

  test("get refuses an incompatible plugin before its code runs", async () => {
    const load = vi.fn();
    const registry = withEntry({ load, apiVersion: "2.0" });
    const error = await thrownBy(() => registry.get(SECRETS, "a"), PluginIncompatibleError);
    expect(error.code).toBe("FLOE_PLUGIN_INCOMPATIBLE");
    expect(error).toMatchObject({ plugin: "floe.secrets:a", requiredVersion: "2.0", platformVersion: "1.0" });
    expect(load).not.toHaveBeenCalled();
    expect(registry.state(SECRETS, "a")).toBe("failed");
  });

  test("get measures a manifest against the platform's own API version", async () => {
    const registry = withEntry({ apiVersion: "2.3" }, { apiVersion: "2.4" });
    expect((await registry.get(SECRETS, "a")).floeApiVersion).toBe("2.3");
  });

  test("get checks after construction where the manifest states no API version", async () => {
    const registry = withEntry({ apiVersion: undefined, behaviour: { floeApiVersion: "1.7" } });
    const error = await failure(registry);
    expect(error.code).toBe("FLOE_PLUGIN_INCOMPATIBLE");
    const fitting = withEntry({ apiVersion: undefined, behaviour: { floeApiVersion: "1.0.3" } });
    expect((await fitting.get(SECRETS, "a")).floeApiVersion).toBe("1.0.3");
  });

  test("get refuses a plugin whose API version neither manifest nor class states", async () => {
    const error = await failure(withEntry({ apiVersion: undefined }));
    expect(error.code).toBe("FLOE_PLUGIN_CONTRACT");
    expect(error.message).toContain("floeApiVersion: expected an API version such as 1.0");
  });

  test("get refuses a class that contradicts its manifest, with every contradiction", async () => {
    const registry = withEntry({ behaviour: { name: "other", version: "9.9.9" } });
    const error = await thrownBy(() => registry.get(SECRETS, "a"), PluginContractError);
    expect(error.code).toBe("FLOE_PLUGIN_CONTRACT");
    expect(error.violations).toStrictEqual([
      { rule: "agreement", member: "name", expected: '"a", as the manifest states', found: '"other"' },
      { rule: "agreement", member: "version", expected: '"1.2.3", as the manifest states', found: '"9.9.9"' },
    ]);
  });

  test("get refuses an instance that cannot be extended", async () => {
    class Frozen extends FakeSecrets {
      constructor() {
        super();
        Object.freeze(this);
      }
    }
    const error = await failure(withEntry({ load: () => Frozen }));
    expect(error.message).toBe(
      "Cannot load plugin floe.secrets:a: expected an object that can be extended, found a frozen or sealed one",
    );
  });

  test("get's load error at the stage resolve: the file vanished since discovery", async () => {
    const error = await loadFailure(withModule("vanished.mjs"));
    expect(error).toMatchObject({ code: "FLOE_PLUGIN_LOAD", stage: "resolve", plugin: "floe.secrets:a" });
    expect(error.entryPoint).toBe(`${modulePath("vanished.mjs")}#default`);
    expect(error.message).toContain(modulePath("vanished.mjs"));
  });

  test("get's load error at the stage import: the module throws, and what it threw is the cause", async () => {
    const error = await loadFailure(withModule("throws-on-import.mjs"));
    expect(error.stage).toBe("import");
    expect(error.message).toBe("Cannot load plugin floe.secrets:a: its module failed to import: the module refuses");
    expect(error.cause).toMatchObject({ message: "the module refuses" });
  });

  test.each([
    ["a throw", () => { throw new Error("no bundle"); }],
    ["a rejection", () => Promise.reject(new Error("no bundle"))],
  ])("get's load error at the stage import: %s of a source's own load", async (_, load) => {
    const error = await loadFailure(withEntry({ load }));
    expect(error).toMatchObject({ stage: "import", message: expect.stringContaining("no bundle") as string });
  });

  test("get's load error at the stage export: nothing of that name, with the names that are there", async () => {
    const error = await loadFailure(withModule("good.mjs", "GoodPlugin"));
    expect(error.stage).toBe("export");
    expect(error.message).toContain('"GoodPlugin" (it exports NamedPlugin, default, notAClass)');
    expect((await loadFailure(withModule("exports-nothing.mjs"))).message).toContain('"default" (it exports nothing)');
    const beside = await loadFailure(withModule("default-null.mjs", "GoodPlugin"));
    expect(beside.message).toContain('"GoodPlugin" (it exports ');
  });

  test.each([
    ["an object", "object", () => ({})],
    ["nothing", "undefined", () => undefined],
    ["null", "null", () => null],
  ])("get's load error at the stage export: %s instead of a class", async (_, found, load) => {
    const error = await loadFailure(withEntry({ load }));
    expect(error.stage).toBe("export");
    expect(error.message).toContain(`expected a class, found ${found}`);
    expect((await loadFailure(withModule("good.mjs", "notAClass"))).message).toContain("expected a class, found object");
  });

  test("get's load error at the stage construct: the constructor throws", async () => {
    const error = await loadFailure(withModule("throws-on-construct.mjs"));
    expect(error.stage).toBe("construct");
    expect(error.cause).toBeInstanceOf(TypeError);
  });

  test("get's load error at the stage construct: a function that is no constructor", async () => {
    const error = await loadFailure(withEntry({ load: () => () => fakeSecrets("a") }));
    expect(error.stage).toBe("construct");
  });

  test("get remembers a failure: the same error again, and the module is not evaluated a second time", async () => {
    const registry = withModule("throws-on-import.mjs");
    const [first, second] = await Promise.all([loadFailure(registry), loadFailure(registry)]);
    expect(second).toBe(first);
    expect(await loadFailure(registry)).toBe(first);
    expect(Reflect.get(globalThis, "floeTestThrows")).toBe(1);
    expect(registry.state(SECRETS, "a")).toBe("failed");
  });

  test("get's failure that nobody waits for is no unhandled rejection", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const registry = withEntry({ load: () => Promise.reject(new Error("no bundle")) });
    void registry.get(SECRETS, "a");
    await flush();
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", unhandled);
    expect(registry.state(SECRETS, "a")).toBe("failed");
    expect(unhandled).not.toHaveBeenCalled();
  });

  test("get's failure is logged once, with key and code", async () => {
    const warn = vi.fn();
    const registry = withEntry({ load: () => null }, { logger: { ...silentLogger, warn } });
    const error = await loadFailure(registry);
    await loadFailure(registry);
    expect(warn.mock.calls).toStrictEqual([[error.message, { key: "floe.secrets:a", code: "FLOE_PLUGIN_LOAD" }]]);
  });

  test("get refuses a key that several packages offer until one is preferred, and does not remember it", async () => {
    const entries: FakeEntry[] = [
      { name: "a", package: { name: "floe-one", path: "/app/node_modules/floe-one" } },
      { name: "a", package: { name: "floe-two", path: "/app/node_modules/floe-two" } },
    ];
    const registry = discovered(entries);
    const error = await thrownBy(() => registry.get(SECRETS, "a"), DuplicatePluginError);
    expect(error.code).toBe("FLOE_PLUGIN_DUPLICATE");
    expect(error.message).toMatch(/^Cannot load plugin floe\.secrets:a: /);
    expect(error.candidates).toStrictEqual([
      { package: "floe-one", version: "1.2.3", path: "/app/node_modules/floe-one" },
      { package: "floe-two", version: "1.2.3", path: "/app/node_modules/floe-two" },
    ]);
    expect(registry.state(SECRETS, "a")).toBe("discovered");
    expect(await thrownBy(() => registry.get(SECRETS, "a"))).not.toBe(error);
    const settled = discovered(entries, { prefer: { "floe.secrets:a": "floe-two" } });
    await settled.get(SECRETS, "a");
    expect(settled.list(SECRETS)[0]?.package?.name).toBe("floe-two");
  });

  test("get frees its caller at the start limit when a module never finishes evaluating", async () => {
    vi.useFakeTimers();
    const registry = withEntry({ load: () => new Promise(() => undefined) }, { startupTimeoutMs: 100 });
    const got = loadFailure(registry);
    await vi.advanceTimersByTimeAsync(99);
    expect(await isPending(got)).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    const error = await got;
    expect(error.stage).toBe("import");
    expect(error.message).toContain("it was not evaluated within 100 ms");
    expect(await loadFailure(registry)).toBe(error);
  });

  test("get does not use a module that finishes evaluating after the limit", async () => {
    vi.useFakeTimers();
    const gate = deferred<unknown>();
    const registry = withEntry({ load: () => gate.promise }, { startupTimeoutMs: 100 });
    const got = loadFailure(registry);
    await vi.advanceTimersByTimeAsync(100);
    gate.resolve(FakeSecrets);
    await flush();
    expect(await loadFailure(registry)).toBe(await got);
    expect(registry.find(SECRETS, "a")).toBeUndefined();
  });

  test("get is bounded for a file whose top-level await never ends", async () => {
    const registry = withModule("never-evaluates.mjs", "default", { startupTimeoutMs: 1 });
    expect((await loadFailure(registry)).stage).toBe("import");
  });

  test("get called by the code that it loads answers with the load in progress", async () => {
    const calls: Promise<unknown>[] = [];
    const load = vi.fn((): unknown => {
      calls.push(registry.get(SECRETS, "a"));
      return FakeSecrets;
    });
    const registry = withEntry({ load });
    const plugin = await registry.get(SECRETS, "a");
    expect(load).toHaveBeenCalledTimes(1);
    expect(await calls[0]).toBe(plugin);
  });

  test("get awaited by the code that it loads ends at the start limit instead of never", async () => {
    vi.useFakeTimers();
    const load = (): Promise<unknown> => registry.get(SECRETS, "a");
    const registry = withEntry({ load }, { startupTimeoutMs: 100 });
    const got = loadFailure(registry);
    await vi.advanceTimersByTimeAsync(100);
    expect((await got).stage).toBe("import");
  });

  test("get publishes floe.load once per load, with the error of one that failed", async () => {
    vi.useFakeTimers();
    vi.advanceTimersByTime(5000);
    const broken = withEntry({ load: () => null });
    const events = await publishedOn("floe.load", async () => {
      await withEntry({}).get(SECRETS, "a");
      await loadFailure(broken);
    });
    const error = await loadFailure(broken);
    expect(events).toStrictEqual([
      { key: "floe.secrets:a", durationMs: 0 },
      { key: "floe.secrets:a", durationMs: 0, error: error.toJSON() },
    ]);
  });
});
