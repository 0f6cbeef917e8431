import { PluginRegistry, type PluginKey, type PluginState } from "floe-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { TracedPlugin, type Behaviour, type TraceEntry } from "./support/traced-plugin.ts";

/*
 * A fault at every (plugin, hook) × (throw, reject, hang, late): whatever breaks, the report names it,
 * only its dependents suffer, every start gets exactly one stop, and nothing is left running.
 */

const GROUP = "floe.computes";
const LIMIT_MS = 100;

/** A diamond and one that stands alone: who needs whom. */
const NEEDS = { base: [], left: ["base"], right: ["base"], top: ["left", "right"], alone: [] } as const;
type Name = keyof typeof NEEDS;
const NAMES = Object.keys(NEEDS) as Name[];

const HOOKS = ["startup", "shutdown", "healthCheck"] as const;
type Hook = (typeof HOOKS)[number];

/** What each kind of fault does in place of the hook; `late` overruns its limit and then succeeds. */
const FAULTS = {
  throw: () => {
    throw new Error("injected");
  },
  reject: () => Promise.reject(new Error("injected")),
  hang: () => new Promise<never>(() => {}),
  late: () => new Promise<void>((resolve) => setTimeout(resolve, 3 * LIMIT_MS)),
  lateReject: () => new Promise<never>((_, reject) => setTimeout(() => reject(new Error("injected late")), 3 * LIMIT_MS)),
} as const;
type Fault = keyof typeof FAULTS;

const CASES = NAMES.flatMap((name) =>
  HOOKS.flatMap((hook) => (Object.keys(FAULTS) as Fault[]).map((fault) => ({ name, hook, fault }))),
);

function build(name: Name, hook: Hook, fault: Fault): { registry: PluginRegistry; trace: TraceEntry[] } {
  const trace: TraceEntry[] = [];
  const registry = new PluginRegistry({
    sources: [],
    startupTimeoutMs: LIMIT_MS,
    shutdownTimeoutMs: LIMIT_MS,
    healthTimeoutMs: LIMIT_MS,
  });
  for (const one of NAMES) {
    const behaviour: Behaviour = one === name ? { [hook]: FAULTS[fault] } : {};
    registry.register(GROUP, new TracedPlugin(one, { dependencies: NEEDS[one], trace, behaviour }));
  }
  return { registry, trace };
}

function needs(one: Name, other: Name): boolean {
  return NEEDS[one].some((direct) => direct === other || needs(direct, other));
}

function key(name: Name): PluginKey {
  return `${GROUP}:${name}`;
}

/** Lets every timer and promise of an operation run. */
async function finish<Value>(operation: Promise<Value>): Promise<Value> {
  await vi.advanceTimersByTimeAsync(20 * LIMIT_MS);
  return operation;
}

function count(trace: readonly TraceEntry[], hook: TraceEntry["hook"], name: Name): number {
  return trace.filter((entry) => entry.hook === hook && entry.name === name).length;
}

const isLate = (fault: Fault): boolean => fault === "hang" || fault === "late" || fault === "lateReject";

describe("PluginRegistry survives a fault in any hook", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each(CASES)("$fault in $hook of $name", async ({ name, hook, fault }) => {
    const { registry, trace } = build(name, hook, fault);

    const started = await finish(registry.activateAll());
    const expectedState = (one: Name): PluginState => {
      if (hook !== "startup") return "active";
      if (one === name) return "failed";
      return needs(one, name) ? "blocked" : "active";
    };
    expect(Object.fromEntries(started.plugins.map((plugin) => [plugin.key, plugin.state]))).toEqual(
      Object.fromEntries(NAMES.map((one) => [key(one), expectedState(one)])),
    );
    expect(started.ok).toBe(hook !== "startup");
    for (const plugin of started.plugins) {
      if (plugin.state === "failed") {
        expect(plugin.error?.code).toBe(isLate(fault) ? "FLOE_PLUGIN_TIMEOUT" : "FLOE_PLUGIN_STARTUP");
      }
      if (plugin.state === "blocked") expect(plugin.blockedBy).toBe(key(name));
    }

    const health = await finish(registry.healthCheckAll());
    for (const { key: ofPlugin, state, status } of health.plugins) {
      const isAiling = state !== "active" || (hook === "healthCheck" && ofPlugin === key(name));
      expect([ofPlugin, status.state]).toEqual([ofPlugin, isAiling ? "unhealthy" : "healthy"]);
    }
    expect(health.overall).toBe(hook === "shutdown" ? "healthy" : "unhealthy");

    const stopped = await finish(registry.shutdownAll());
    expect(stopped.ok).toBe(hook !== "shutdown");
    const failures = stopped.plugins.filter((plugin) => plugin.error !== undefined);
    expect(failures.map((plugin) => [plugin.key, plugin.error?.code])).toEqual(
      hook === "shutdown" ? [[key(name), isLate(fault) ? "FLOE_PLUGIN_TIMEOUT" : "FLOE_PLUGIN_SHUTDOWN"]] : [],
    );

    for (const one of NAMES) expect([one, count(trace, "shutdown", one)]).toEqual([one, count(trace, "startup", one)]);
    expect((await finish(registry.shutdownAll())).plugins).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
    for (const one of NAMES) expect(["active", "starting", "stopping"]).not.toContain(registry.state(GROUP, one));
  });

  test.each(NAMES)("%s may fail once and be activated again", async (name) => {
    const trace: TraceEntry[] = [];
    const registry = new PluginRegistry({ sources: [], startupTimeoutMs: LIMIT_MS });
    let isBroken = true;
    const startup = (): void => {
      if (isBroken) throw new Error("injected");
    };
    for (const one of NAMES) {
      registry.register(GROUP, new TracedPlugin(one, { dependencies: NEEDS[one], trace, behaviour: one === name ? { startup } : {} }));
    }
    expect((await registry.activateAll()).ok).toBe(false);
    isBroken = false;
    expect((await registry.activateAll()).ok).toBe(true);
    expect((await registry.shutdownAll()).ok).toBe(true);
    for (const one of NAMES) expect(count(trace, "shutdown", one)).toBe(count(trace, "startup", one));
  });
});
