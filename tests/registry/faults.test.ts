import { PluginRegistry, type PluginKey, type PluginState } from "floe-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { TracedPlugin, type Behaviour, type TraceEntry } from "./support/traced-plugin.ts";

/*
 * A fault at every (plugin, hook) × (throw, reject, hang, late), and every two of them at once: whatever breaks,
 * the report names it, only its dependents suffer, every start gets exactly one stop, and nothing is left running.
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

/** A fault in a hook of a plugin. */
interface Injected {
  readonly name: Name;
  readonly hook: Hook;
  readonly fault: Fault;
}

const KINDS = HOOKS.flatMap((hook) => (Object.keys(FAULTS) as Fault[]).map((fault) => ({ hook, fault })));
const SINGLE: readonly Injected[] = NAMES.flatMap((name) => KINDS.map((kind) => ({ name, ...kind })));

/** Every kind of fault beside every other: in a plugin and one that needs it, in two that need the same, in one and the same. */
const PAIRS = (
  [
    ["base", "left"],
    ["left", "right"],
    ["left", "left"],
  ] as const
).flatMap(([first, second]) =>
  KINDS.flatMap((one) =>
    KINDS.filter(({ hook }) => first !== second || hook !== one.hook).map((other) => ({
      title: `${one.fault} in ${one.hook} of ${first}, ${other.fault} in ${other.hook} of ${second}`,
      faults: [{ name: first, ...one }, { name: second, ...other }] satisfies Injected[],
    })),
  ),
);

function build(faults: readonly Injected[]): { registry: PluginRegistry; trace: TraceEntry[] } {
  const trace: TraceEntry[] = [];
  const registry = new PluginRegistry({
    sources: [],
    startupTimeoutMs: LIMIT_MS,
    shutdownTimeoutMs: LIMIT_MS,
    healthTimeoutMs: LIMIT_MS,
  });
  for (const one of NAMES) {
    const behaviour: Behaviour = Object.fromEntries(faults.filter(({ name }) => name === one).map(({ hook, fault }) => [hook, FAULTS[fault]]));
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

/** Starts, checks and stops plugins with these faults, and holds every report against what they must lead to. */
async function survive(faults: readonly Injected[]): Promise<void> {
  const { registry, trace } = build(faults);
  const faultOf = (one: Name, hook: Hook): Fault | undefined => faults.find((fault) => fault.name === one && fault.hook === hook)?.fault;
  const expectedState = (one: Name): PluginState => {
    if (NEEDS[one].some((other) => expectedState(other) !== "active")) return "blocked";
    return faultOf(one, "startup") === undefined ? "active" : "failed";
  };

  const started = await finish(registry.activateAll());
  expect(Object.fromEntries(started.plugins.map((plugin) => [plugin.key, plugin.state]))).toEqual(
    Object.fromEntries(NAMES.map((one) => [key(one), expectedState(one)])),
  );
  expect(started.ok).toBe(NAMES.every((one) => expectedState(one) === "active"));
  for (const one of NAMES) {
    const plugin = started.plugins.find((entry) => entry.key === key(one));
    const fault = faultOf(one, "startup");
    if (plugin?.state === "failed") {
      expect(plugin.error?.code).toBe(fault !== undefined && isLate(fault) ? "FLOE_PLUGIN_TIMEOUT" : "FLOE_PLUGIN_STARTUP");
    }
    const roots = NAMES.filter((other) => needs(one, other) && expectedState(other) === "failed").map(key);
    if (plugin?.state === "blocked") expect(roots).toContain(plugin.blockedBy);
    else expect(plugin?.blockedBy).toBeUndefined();
  }

  const health = await finish(registry.healthCheckAll());
  const isWell = (one: Name): boolean => expectedState(one) === "active" && faultOf(one, "healthCheck") === undefined;
  expect(Object.fromEntries(health.plugins.map((plugin) => [plugin.key, plugin.status.state]))).toEqual(
    Object.fromEntries(NAMES.map((one) => [key(one), isWell(one) ? "healthy" : "unhealthy"])),
  );
  expect(health.overall).toBe(NAMES.every(isWell) ? "healthy" : "unhealthy");

  const stopped = await finish(registry.shutdownAll());
  // A start that threw was stopped at once, one that was late when it ended; one that hangs is stopped now.
  const isLeft = (one: Name): boolean => expectedState(one) === "active" || (expectedState(one) === "failed" && faultOf(one, "startup") === "hang");
  const failures = NAMES.filter((one) => isLeft(one) && faultOf(one, "shutdown") !== undefined);
  expect(stopped.ok).toBe(failures.length === 0);
  expect(Object.fromEntries(stopped.plugins.flatMap((plugin) => (plugin.error === undefined ? [] : [[plugin.key, plugin.error.code]])))).toEqual(
    Object.fromEntries(failures.map((one) => [key(one), isLate(faultOf(one, "shutdown") ?? "throw") ? "FLOE_PLUGIN_TIMEOUT" : "FLOE_PLUGIN_SHUTDOWN"])),
  );

  for (const one of NAMES) expect([one, count(trace, "shutdown", one)]).toEqual([one, count(trace, "startup", one)]);
  expect((await finish(registry.shutdownAll())).plugins).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
  for (const one of NAMES) expect(["active", "starting", "stopping"]).not.toContain(registry.state(GROUP, one));
}

describe("PluginRegistry survives a fault in any hook", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each(SINGLE)("$fault in $hook of $name", async (fault) => survive([fault]));

  test.each(PAIRS)("$title", async ({ faults }) => survive(faults));

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
