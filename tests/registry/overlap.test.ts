import fc from "fast-check";
import { isPluginError, PluginRegistry, type PluginKey, type StaticPluginTable } from "floe-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { assertAtLength, timeoutFor } from "./support/assert-at-length.ts";
import { changingSource } from "./support/changing-source.ts";
import { LifeWatch } from "./support/life-watch.ts";
import { TracedPlugin } from "./support/traced-plugin.ts";

/*
 * Commands in random overlap: every hook ends when the scheduler says so, and time passes when it says so, so
 * each run is another interleaving, and a failing one can be replayed. What must hold is checked at every call
 * of a hook and in every report.
 */

const RUNS = Number(process.env["FLOE_OVERLAP_RUNS"] ?? 500);
const GROUP = "floe.computes";
const LIMIT_MS = 100;

/** A diamond with a tail, one that can do without, and one that stands alone: who needs whom. */
const NEEDS: Readonly<Record<string, readonly string[]>> = { base: [], left: ["base"], right: ["base"], top: ["left", "right"], tail: ["top"], spare: [], alone: [] };
/** Who likes whom: a plugin that is started first if it can be, and is stopped later. */
const LIKES: Readonly<Record<string, readonly string[]>> = { top: ["spare"], alone: ["left"] };
const NAMES = Object.keys(NEEDS);

/** What a plugin's hooks do, besides taking their time. */
const FAULTS = ["none", "throw", "reject", "once", "hang", "hangUntilAborted", "stopThrows", "stopHangs", "ill"] as const;
type Fault = (typeof FAULTS)[number];

type Action =
  | { readonly verb: "activate" | "activateBriefly" | "shutdown" | "unregister" | "get" | "register" | "health" | "configure" | "leaveOut" | "offer"; readonly name: string }
  | { readonly verb: "activateAll" | "shutdownAll" | "healthAll" | "getAll" | "rediscover" | "timePasses" }
  | { readonly verb: "activateSome"; readonly select: readonly string[]; readonly required: boolean; readonly aborted: boolean };

const anyName = fc.constantFrom(...NAMES);
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ verb: fc.constantFrom("activate", "activateBriefly", "shutdown", "unregister", "get", "register", "health", "configure", "leaveOut", "offer"), name: anyName }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constantFrom("activateAll", "shutdownAll", "healthAll", "getAll", "rediscover", "timePasses") }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant("activateSome"), select: fc.subarray(NAMES, { minLength: 1 }), required: fc.boolean(), aborted: fc.boolean() }) },
);
const anyFaults = fc.dictionary(anyName, fc.constantFrom(...FAULTS), { maxKeys: 4 });

function keyOf(name: string): PluginKey {
  return `${GROUP}:${name}`;
}

/** A world of plugins that take their time and misbehave as told. */
class World {
  readonly watch = new LifeWatch(NEEDS);
  readonly source = changingSource();
  readonly registry: PluginRegistry;
  readonly #scheduler: fc.Scheduler;
  readonly #faults: Readonly<Record<string, Fault>>;
  readonly #lives = new Map<string, number>();
  readonly #left = new Set<string>();

  constructor(scheduler: fc.Scheduler, faults: Readonly<Record<string, Fault>>) {
    this.#scheduler = scheduler;
    this.#faults = faults;
    this.registry = new PluginRegistry({ sources: [this.source], startupTimeoutMs: LIMIT_MS, shutdownTimeoutMs: LIMIT_MS, healthTimeoutMs: LIMIT_MS });
    this.offer();
    this.registry.discoverAll();
  }

  /** Settles when the scheduler says so. */
  async turn(label: string): Promise<void> {
    return this.#scheduler.schedule(Promise.resolve(), label);
  }

  offer(name?: string): void {
    if (name !== undefined) this.#left.delete(name);
    this.source.table = this.#table();
  }

  leaveOut(name: string): void {
    this.#left.add(name);
    this.source.table = this.#table();
  }

  make(name: string): TracedPlugin {
    const life = (this.#lives.get(name) ?? 0) + 1;
    this.#lives.set(name, life);
    const id = `${name}#${life}`;
    const fault = this.#faults[name] ?? "none";
    const { watch } = this;
    return new TracedPlugin(name, {
      dependencies: dependenciesOf(name),
      life,
      behaviour: {
        startup: ({ signal }) => {
          watch.starting(id);
          if (fault === "throw") throw new Error(`${name} throws`);
          return (async () => {
            if (fault === "hang") await new Promise(() => {});
            if (fault === "hangUntilAborted") await new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("gave up"))));
            await this.turn(`startup ${id}`);
            if (fault === "reject" || (fault === "once" && life % 2 === 1)) throw new Error(`${name} rejects`);
            watch.started(id);
          })();
        },
        shutdown: async () => {
          watch.stopping(id);
          if (fault === "stopThrows") throw new Error(`${name} does not stop`);
          if (fault === "stopHangs") await new Promise(() => {});
          await this.turn(`shutdown ${id}`);
        },
        healthCheck: async () => {
          watch.checked(id);
          if (fault === "ill") throw new Error(`${name} is ill`);
          await this.turn(`health ${id}`);
          return { state: "healthy" };
        },
      },
    });
  }

  /** Loading takes its time too: what was up when a start began may be down when its module is there. */
  async #load(name: string): Promise<unknown> {
    await this.turn(`load ${name}`);
    const make = (): TracedPlugin => this.make(name);
    return function (): TracedPlugin {
      return make();
    };
  }

  #table(): StaticPluginTable {
    const offered = NAMES.filter((name) => !this.#left.has(name));
    return { [GROUP]: Object.fromEntries(offered.map((name) => [name, { load: () => this.#load(name), version: "1.0.0", dependencies: dependenciesOf(name) }])) };
  }
}

function dependenciesOf(name: string) {
  return [...(NEEDS[name] ?? []), ...(LIKES[name] ?? []).map((other) => ({ type: GROUP, name: other, optional: true }))];
}

async function perform(action: Action, world: World): Promise<unknown> {
  const { registry, watch } = world;
  switch (action.verb) {
    case "activate": return registry.activate(GROUP, action.name);
    case "activateBriefly": return registry.activate(GROUP, action.name, { timeoutMs: 1 });
    case "shutdown": return watch.stopped(await registry.shutdown(GROUP, action.name));
    case "unregister": return registry.unregister(GROUP, action.name);
    case "get": return registry.get(GROUP, action.name);
    case "register": return registry.register(GROUP, world.make(action.name));
    case "configure": return registry.configure(GROUP, action.name, { size: 2 });
    case "health": return registry.healthCheck(GROUP, action.name);
    case "leaveOut": return world.leaveOut(action.name);
    case "offer": return world.offer(action.name);
    case "rediscover": return registry.rediscover();
    case "timePasses": return vi.advanceTimersByTime(LIMIT_MS);
    case "activateAll": return watch.activated(await registry.activateAll());
    case "shutdownAll": return watch.stopped(await registry.shutdownAll());
    case "healthAll": return registry.healthCheckAll();
    case "getAll": return registry.getAll(GROUP);
    case "activateSome": {
      const controller = new AbortController();
      const select = action.select.filter((name) => registry.has(GROUP, name)).map(keyOf);
      const report = registry.activateAll({ select, policy: action.required ? "required" : "optional", signal: controller.signal });
      if (action.aborted) {
        await world.turn("abort");
        controller.abort(new Error("changed my mind"));
      }
      return watch.activated(await report);
    }
  }
}

/** Lets hooks and time go on until `work` is done. What never settles is given up at its limit, so this ends. */
async function finish(work: Promise<unknown>, scheduler: fc.Scheduler): Promise<void> {
  const progress = { isDone: false };
  const done = work.finally(() => {
    progress.isDone = true;
  });
  for (let round = 0; !progress.isDone; round += 1) {
    if (round > 1_000) throw new Error("this never ends");
    await scheduler.waitIdle();
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
  }
  await done;
}

async function settle(promise: Promise<unknown>): Promise<void> {
  try {
    await promise;
  } catch (error) {
    if (!isPluginError(error)) throw error;
  }
}

beforeAll(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterAll(() => {
  vi.useRealTimers();
});

test("PluginRegistry keeps its invariants under commands in any overlap", { timeout: timeoutFor(RUNS) }, async () => {
  await assertAtLength(
    fc.asyncProperty(fc.scheduler(), fc.array(anyAction, { minLength: 1, maxLength: 20, size: "max" }), anyFaults, fc.boolean(), async (scheduler, actions, faults, isDisposed) => {
      const world = new World(scheduler, faults);
      const { registry, watch } = world;
      const running = actions.map(async (action, index) => {
        await world.turn(`${index}: ${action.verb}`);
        await settle(perform(action, world));
      });
      await finish(Promise.all(running), scheduler);
      await finish(isDisposed ? registry[Symbol.asyncDispose]() : registry.shutdownAll(), scheduler);
      await finish(scheduler.waitIdle(), scheduler);
      expect(watch.violations).toEqual([]);
      expect(watch.unstopped).toEqual([]);
      expect(registry.list().filter(({ state }) => ["active", "starting", "stopping"].includes(state))).toEqual([]);
      expect(vi.getTimerCount()).toBe(0);
      if (isDisposed) await expect(registry.activateAll()).rejects.toThrow("disposed");
    }),
    RUNS,
  );
});
