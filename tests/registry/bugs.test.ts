import {
  PluginRegistry,
  PluginType,
  isPluginError,
  silentLogger,
  type DiscoverySource,
  type PluginKey,
  type PluginRegistryOptions,
} from "floe-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FakeCatalog } from "floe-testing";
import { changingSource } from "./support/changing-source.ts";
import { gate } from "./support/gate.ts";
import { TracedPlugin, type TraceEntry } from "./support/traced-plugin.ts";

/* One test for each bug that an existing implementation or peer was seen to have, by the number in the contract. */

const GROUP = PluginType.COMPUTE;

function key(name: string): PluginKey {
  return `${GROUP}:${name}`;
}

function newRegistry(options: PluginRegistryOptions = {}): PluginRegistry {
  return new PluginRegistry({ sources: [], ...options });
}

/** A registry with a plugin per row; each row says who it needs. */
function registryOf(needs: Readonly<Record<string, readonly string[]>>, trace: TraceEntry[] = []): PluginRegistry {
  const registry = newRegistry();
  for (const [name, dependencies] of Object.entries(needs)) {
    registry.register(GROUP, new TracedPlugin(name, { dependencies, trace }));
  }
  return registry;
}

function failing(name: string, dependencies: readonly string[] = []): TracedPlugin {
  const startup = (): never => {
    throw new Error("injected");
  };
  return new TracedPlugin(name, { dependencies, behaviour: { startup } });
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return isPluginError(error) ? error.code : `not a floe error: ${String(error)}`;
}

describe("bugs that others have", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("1: a limit of 0.1 s frees the caller of a 2 s hook after 0.1 s", async () => {
    const registry = newRegistry();
    const startup = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2_000));
    registry.register(GROUP, new TracedPlugin("slow", { behaviour: { startup } }));
    const began = Date.now();
    const started = codeOf(registry.activate(GROUP, "slow", { timeoutMs: 100 })).then((code) => [code, Date.now() - began]);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(await started).toEqual(["FLOE_PLUGIN_TIMEOUT", 100]);
  });

  test("2: a plugin's own TimeoutError is not reported as ours", async () => {
    const registry = newRegistry();
    const own = new DOMException("The operation timed out.", "TimeoutError");
    registry.register(GROUP, new TracedPlugin("own", { behaviour: { startup: () => Promise.reject(own) } }));
    const error: unknown = await registry.activate(GROUP, "own").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "FLOE_PLUGIN_STARTUP", cause: own });
  });

  test("3: shutdown happens in the reverse of the real start order", async () => {
    const trace: TraceEntry[] = [];
    const registry = newRegistry();
    const first = gate();
    registry.register(GROUP, new TracedPlugin("a", { trace, behaviour: { startup: () => first.opened } }));
    registry.register(GROUP, new TracedPlugin("b", { trace }));
    registry.register(GROUP, new TracedPlugin("c", { trace, dependencies: ["a"] }));
    const started = registry.activateAll();
    await vi.advanceTimersByTimeAsync(10);
    first.open();
    await started;
    await registry.shutdownAll();
    const stops = trace.filter(({ hook }) => hook === "shutdown").map(({ name }) => name);
    expect(stops).toEqual(["c", "a", "b"]);
  });

  test("4: one name under two types is no cycle, and the right one is started", async () => {
    const trace: TraceEntry[] = [];
    const registry = newRegistry();
    registry.register(GROUP, new TracedPlugin("duck", { trace, dependencies: ["floe.catalogs:duck"] }));
    registry.register(PluginType.CATALOG, new FakeCatalog({ name: "duck" }));
    expect(registry.resolve()).toMatchObject({ cycles: [], order: ["floe.catalogs:duck", key("duck")] });
    await registry.activate(PluginType.CATALOG, "duck");
    expect(trace).toEqual([]);
    expect(registry.state(PluginType.CATALOG, "duck")).toBe("active");
  });

  test("5: a failed dependency blocks only its dependents, a missing one aborts nothing, an active one counts as there", async () => {
    const trace: TraceEntry[] = [];
    const registry = registryOf({ fine: [], lonely: ["nowhere"], after: ["lonely"] }, trace);
    registry.register(GROUP, failing("bad"));
    registry.register(GROUP, new TracedPlugin("victim", { trace, dependencies: ["bad"] }));
    const report = await registry.activateAll();
    expect(Object.fromEntries(report.plugins.map(({ key: of, state }) => [of, state]))).toEqual({
      [key("fine")]: "active",
      [key("bad")]: "failed",
      [key("victim")]: "blocked",
      [key("lonely")]: "failed",
      [key("after")]: "blocked",
    });
    expect(trace.map(({ name }) => name)).toEqual(["fine"]);
    const late = new TracedPlugin("late", { dependencies: ["fine"] });
    expect(registry.resolveDependencies([late])).toEqual([late]);
    registry.register(GROUP, late);
    await registry.activate(GROUP, "late");
    expect(registry.state(GROUP, "late")).toBe("active");
  });

  test("6: a missing dependency is no cycle, a cycle has its path, and those downstream are not members", () => {
    const registry = registryOf({ x: ["absent"], a: ["b"], b: ["c"], c: ["a"], down: ["a"] });
    const { cycles, missing, blocked, order } = registry.resolve();
    expect(cycles).toEqual([[key("a"), key("b"), key("c"), key("a")]]);
    expect(missing).toMatchObject([{ plugin: key("x"), dependency: "absent" }]);
    expect(blocked).toEqual([key("down")]);
    expect(order).toEqual([]);
  });

  test("7: registered plugins show up in every list", () => {
    const registry = registryOf({ mine: [] });
    expect(registry.has(GROUP, "mine")).toBe(true);
    expect(registry.list().map((info) => info.key)).toEqual([key("mine")]);
    expect(registry.listAll()[GROUP]).toEqual(["mine"]);
    expect(registry.find(GROUP, "mine")?.name).toBe("mine");
    expect(registry.resolve().order).toEqual([key("mine")]);
  });

  test("8: register does not shadow a discovered plugin", () => {
    const registry = newRegistry({ sources: [oneEntry("taken")] });
    registry.discoverAll();
    expect(() => registry.register(GROUP, new TracedPlugin("taken"))).toThrow(
      expect.objectContaining({ code: "FLOE_PLUGIN_DUPLICATE" }),
    );
    expect(registry.list()[0]?.package?.name).toBe("package-of-taken");
  });

  const throwRaw = (): never => {
    throw new TypeError("raw");
  };
  const withConstructor = (run: () => unknown): unknown =>
    class {
      constructor() {
        run();
      }
    };
  const raw: readonly (readonly [stage: string, load: () => unknown])[] = [
    ["import", () => Promise.reject(new TypeError("raw"))],
    ["import", throwRaw],
    ["export", () => "not a class"],
    ["construct", () => withConstructor(throwRaw)],
  ];
  test.each(raw)("9: a raw %s error does not leak out of get", async (stage, load) => {
    const registry = newRegistry({ sources: [oneEntry("raw", load)] });
    registry.discoverAll();
    const error: unknown = await registry.get(GROUP, "raw").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "FLOE_PLUGIN_LOAD", stage });
    await expect(registry.get(GROUP, "raw")).rejects.toBe(error);
  });

  test("10: a thousand concurrent gets make one import and one instance", async () => {
    let made = 0;
    const load = vi.fn(async (): Promise<unknown> => {
      await Promise.resolve();
      return class extends TracedPlugin {
        constructor() {
          super("one");
          made += 1;
        }
      };
    });
    const registry = newRegistry({ sources: [oneEntry("one", load)] });
    registry.discoverAll();
    const plugins = await Promise.all(Array.from({ length: 1_000 }, () => registry.get(GROUP, "one")));
    expect(new Set(plugins).size).toBe(1);
    expect([made, load.mock.calls.length]).toEqual([1, 1]);
  });

  test("12: configuration for a plugin without schema is refused, and one the plugin rejects is not stored", async () => {
    const registry = newRegistry();
    const withoutSchema = Object.assign(new TracedPlugin("bare"), { getConfigSchema: () => null });
    const rejecting = Object.assign(new TracedPlugin("picky"), {
      configure: () => {
        throw new Error("no, thanks");
      },
    });
    registry.register(GROUP, withoutSchema);
    registry.register(GROUP, rejecting);
    expect(await codeOf(registry.configure(GROUP, "bare", { size: 1 }))).toBe("FLOE_PLUGIN_CONFIGURATION");
    expect(await registry.configure(GROUP, "bare", {})).toBeNull();
    expect(await codeOf(registry.configure(GROUP, "picky", { size: 1 }))).toBe("FLOE_PLUGIN_CONFIGURATION");
    expect(registry.getConfig(GROUP, "picky")).toBeUndefined();
    expect(rejecting.isConfigured).toBe(false);
  });

  test("13: discovery asks its source once, not once per group", async () => {
    const source = oneEntry("asked");
    const discover = vi.spyOn(source, "discover");
    const registry = newRegistry({ sources: [source] });
    expect(discover).not.toHaveBeenCalled();
    registry.discoverAll();
    registry.discoverAll();
    for (const group of Object.values(PluginType)) await registry.getAll(group);
    registry.listAll();
    expect(discover).toHaveBeenCalledTimes(1);
  });

  test("14: the order of independent plugins does not depend on the order of registration", () => {
    const names = ["e", "b", "d", "a", "c"];
    const orders = [names, [...names].reverse(), [...names].sort()].map((permutation) =>
      registryOf(Object.fromEntries(permutation.map((name) => [name, []]))).resolve().order,
    );
    expect(new Set(orders.map(String)).size).toBe(1);
  });

  test("15: a chain of 10,000 and a 60-layer ladder start without overflowing the stack", async () => {
    const chain = registryOf(
      Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`p${index}`, index === 0 ? [] : [`p${index - 1}`]])),
    );
    const ladder = registryOf(
      Object.fromEntries(
        Array.from({ length: 120 }, (_, index) => {
          const layer = Math.floor(index / 2);
          return [`l${index}`, layer === 0 ? [] : [`l${2 * layer - 2}`, `l${2 * layer - 1}`]];
        }),
      ),
    );
    for (const registry of [chain, ladder]) {
      expect((await registry.activateAll()).ok).toBe(true);
      expect((await registry.shutdownAll()).ok).toBe(true);
    }
    expect(ladder.resolve().waves).toHaveLength(60);
  });

  test.each(["startup", "shutdown", "healthCheck"] as const)("16: a synchronous throw in %s stays inside the registry", async (hook) => {
    const registry = newRegistry();
    const boom = (): never => {
      throw new Error("synchronous");
    };
    registry.register(GROUP, new TracedPlugin("boom", { behaviour: { [hook]: boom } }));
    const [started, health, stopped] = [
      await registry.activateAll(),
      await registry.healthCheckAll(),
      await registry.shutdownAll(),
    ];
    expect([started.ok, health.ok, stopped.ok]).toEqual([hook !== "startup", hook === "shutdown", hook !== "shutdown"]);
  });

  test("17: a stop hook that never settles does not hold up the rest", async () => {
    const trace: TraceEntry[] = [];
    const registry = registryOf({ a: [], c: [] }, trace);
    registry.register(GROUP, new TracedPlugin("b", { trace, behaviour: { shutdown: () => new Promise(() => {}) } }));
    await registry.activateAll();
    const stopping = registry.shutdownAll({ timeoutMs: 50 });
    await vi.advanceTimersByTimeAsync(100);
    const report = await stopping;
    expect(report.plugins.map(({ key: of, state }) => [of, state])).toEqual([
      [key("c"), "stopped"],
      [key("b"), "failed"],
      [key("a"), "stopped"],
    ]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("18: what is unregistered cannot be reached in any way", async () => {
    const registry = registryOf({ gone: [] });
    await registry.configure(GROUP, "gone", { size: 3 });
    await registry.activate(GROUP, "gone");
    expect(await registry.unregister(GROUP, "gone")).toBe(true);
    expect(registry.has(GROUP, "gone")).toBe(false);
    expect(registry.find(GROUP, "gone")).toBeUndefined();
    expect(registry.list()).toEqual([]);
    expect(registry.resolve()).toMatchObject({ order: [] });
    expect(() => registry.state(GROUP, "gone")).toThrow(expect.objectContaining({ code: "FLOE_PLUGIN_NOT_FOUND" }));
    expect(() => registry.getConfig(GROUP, "gone")).toThrow(expect.objectContaining({ code: "FLOE_PLUGIN_NOT_FOUND" }));
    expect(await codeOf(registry.get(GROUP, "gone"))).toBe("FLOE_PLUGIN_NOT_FOUND");
    expect((await registry.healthCheckAll()).plugins).toEqual([]);
    expect(await registry.unregister(GROUP, "gone")).toBe(false);
  });

  test("19: a startup failure is in the report, in the state and in the health, not only in a log", async () => {
    const registry = newRegistry({ logger: silentLogger });
    registry.register(GROUP, failing("bad"));
    const report = await registry.activateAll();
    expect(report).toMatchObject({ ok: false, plugins: [{ state: "failed", error: { code: "FLOE_PLUGIN_STARTUP" } }] });
    expect(registry.state(GROUP, "bad")).toBe("failed");
    expect(await registry.healthCheckAll()).toMatchObject({
      overall: "unhealthy",
      plugins: [{ status: { details: { code: "FLOE_PLUGIN_STARTUP" } } }],
    });
  });

  test("20: a plugin that was never started is not healthy, and its hook is not called", async () => {
    const healthCheck = vi.fn(() => ({ state: "healthy" }) as const);
    const registry = newRegistry();
    registry.register(GROUP, new TracedPlugin("idle", { behaviour: { healthCheck } }));
    expect(await registry.healthCheck(GROUP, "idle")).toMatchObject({
      state: "unhealthy",
      details: { reason: "not_started" },
    });
    expect(healthCheck).not.toHaveBeenCalled();
    expect((await registry.healthCheckAll()).overall).toBe("healthy");
  });
});

describe("bugs that commands in random overlap found", () => {
  test("what a second look no longer finds is not started by an activation that was under way", async () => {
    const trace: TraceEntry[] = [];
    const source = changingSource();
    const slow = gate();
    const entry = (name: string, dependencies: readonly string[], startup?: () => Promise<void>) => ({
      load: () => {
        const behaviour = startup === undefined ? {} : { startup };
        return function (): TracedPlugin {
          return new TracedPlugin(name, { dependencies, trace, behaviour });
        };
      },
      version: "1.0.0",
      dependencies,
    });
    const base = entry("base", [], () => slow.opened);
    source.table = { [GROUP]: { base, left: entry("left", ["base"]) } };
    const registry = newRegistry({ sources: [source] });
    registry.discoverAll();
    const started = registry.activateAll();
    await vi.waitFor(() => expect(trace).toHaveLength(1));
    source.table = { [GROUP]: { base } };
    expect(registry.rediscover().changes.removed).toEqual([key("left")]);
    slow.open();
    expect((await started).plugins.map(({ error }) => error?.code)).toEqual([undefined, "FLOE_PLUGIN_STARTUP"]);
    await registry.shutdownAll();
    expect(trace.map(({ hook, name }) => `${hook} ${name}`)).toEqual(["startup base", "shutdown base"]);
  });

  test("an activation of nothing ends, also when it was given up before it began", async () => {
    const registry = newRegistry();
    const report = await registry.activateAll({ signal: AbortSignal.abort() });
    expect(report).toMatchObject({ ok: true, plugins: [] });
  });

  test("a report names the root cause of its own call, whatever another call met since", async () => {
    const slow = gate();
    let isBroken = true;
    const registry = newRegistry();
    const add = (name: string, dependencies: readonly string[], startup: () => void | Promise<void>): void => {
      registry.register(GROUP, new TracedPlugin(name, { dependencies, behaviour: { startup } }));
    };
    const fail = (): never => {
      throw new Error("injected");
    };
    add("base", [], () => (isBroken ? fail() : undefined));
    add("left", ["base"], fail);
    add("right", [], () => slow.opened);
    add("top", ["left", "right"], () => undefined);
    const started = registry.activateAll();
    await vi.waitFor(() => expect(registry.state(GROUP, "left")).toBe("blocked"));
    isBroken = false;
    expect(await codeOf(registry.activate(GROUP, "left"))).toBe("FLOE_PLUGIN_STARTUP");
    slow.open();
    const report = await started;
    expect(report.plugins.find((plugin) => plugin.key === key("top"))?.blockedBy).toBe(key("base"));
    await registry.shutdownAll();
  });
});

/** A source with one entry that is not a file. */
function oneEntry(name: string, load: () => unknown = () => TracedPlugin): DiscoverySource {
  const entryPoint = {
    key: key(name),
    type: GROUP,
    name,
    file: "",
    export: "default",
    dependencies: [],
    package: { name: `package-of-${name}`, version: "1.0.0", path: "" },
  };
  return { name: "one entry", discover: () => ({ entries: [{ entryPoint, load }], skipped: [], packagesRead: 0 }) };
}
