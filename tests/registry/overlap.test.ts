import fc from "fast-check";
import { isPluginError, PluginRegistry, type DiscoverySource } from "floe-core";
import { expect, test } from "vitest";
import { TracedPlugin } from "./support/traced-plugin.ts";

/*
 * Commands in random overlap: every hook ends when the scheduler says so, so each run is another
 * interleaving, and a failing one can be replayed. What must hold is checked at every call of a hook.
 */

const GROUP = "floe.computes";

/** A diamond with a tail, and one that stands alone: who needs whom. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  base: [],
  left: ["base"],
  right: ["base"],
  top: ["left", "right"],
  tail: ["top"],
  alone: [],
};

type Action =
  | { readonly verb: "activate" | "shutdown" | "unregister" | "get" | "register" | "health" | "configure"; readonly name: string }
  | { readonly verb: "activateAll" | "shutdownAll" | "healthAll" | "abortedActivateAll" };

const anyName = fc.constantFrom(...Object.keys(NEEDS));
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    verb: fc.constantFrom("activate", "shutdown", "unregister", "get", "register", "health", "configure"),
    name: anyName,
  }),
  fc.record({ verb: fc.constantFrom("activateAll", "shutdownAll", "healthAll", "abortedActivateAll") }),
);

/** Notes hooks and what must never happen. It never throws: the registry would take that for the hook's own fault. */
class Watch {
  readonly violations: string[] = [];
  readonly #up = new Map<string, "starting" | "up" | "stopping">();

  starting(id: string, needs: readonly string[]): void {
    if (this.#up.has(id)) this.violations.push(`${id} starts while it is ${this.#up.get(id)}`);
    for (const need of needs) {
      const isUp = [...this.#up].some(([other, phase]) => other.startsWith(`${need}#`) && phase === "up");
      if (!isUp) this.violations.push(`${id} starts without ${need}`);
    }
    this.#up.set(id, "starting");
  }

  started(id: string): void {
    if (this.#up.get(id) === "starting") this.#up.set(id, "up");
  }

  stopping(id: string): void {
    if (!this.#up.has(id)) this.violations.push(`${id} is stopped without having been started`);
    const name = id.split("#")[0] ?? "";
    const dependents = [...this.#up.keys()].filter((other) => NEEDS[other.split("#")[0] ?? ""]?.includes(name));
    if (dependents.length > 0) this.violations.push(`${id} is stopped before ${dependents.join()}`);
    this.#up.delete(id);
  }

  get running(): string[] {
    return [...this.#up.keys()];
  }
}

/** Every plugin of the test as a discovered one, loaded by `load`. */
function sourceOf(load: (name: string) => unknown): DiscoverySource {
  const entries = Object.entries(NEEDS).map(([name, dependencies]) => ({
    entryPoint: {
      key: `${GROUP}:${name}` as const,
      type: GROUP,
      name,
      file: "",
      export: "default",
      dependencies,
      package: { name, version: "1.0.0", path: "" },
    },
    load: () => load(name),
  }));
  return { name: "overlap", discover: () => ({ entries, skipped: [], packagesRead: 0 }) };
}

async function settle(promise: Promise<unknown>): Promise<void> {
  try {
    await promise;
  } catch (error) {
    if (!isPluginError(error)) throw error;
  }
}

test("PluginRegistry keeps its invariants under commands in any overlap", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(anyAction, { minLength: 1, maxLength: 20, size: "max" }), fc.subarray(Object.keys(NEEDS)), async (scheduler, actions, broken) => {
      const watch = new Watch();
      const lives = new Map<string, number>();
      const make = (name: string): TracedPlugin => {
        const life = (lives.get(name) ?? 0) + 1;
        lives.set(name, life);
        const id = `${name}#${life}`;
        const behaviour = {
          startup: async () => {
            watch.starting(id, NEEDS[name] ?? []);
            await scheduler.schedule(Promise.resolve(), `startup ${id}`);
            if (broken.includes(name) && life % 2 === 1) throw new Error(`${name} is broken`);
            watch.started(id);
          },
          shutdown: async () => {
            watch.stopping(id);
            await scheduler.schedule(Promise.resolve(), `shutdown ${id}`);
          },
        };
        return new TracedPlugin(name, { dependencies: NEEDS[name] ?? [], life, behaviour });
      };
      // Loading takes its time too: what was up when a start began may be down when its module is there.
      const load = async (name: string): Promise<unknown> => {
        await scheduler.schedule(Promise.resolve(), `load ${name}`);
        return function (): TracedPlugin {
          return make(name);
        };
      };
      const registry = new PluginRegistry({ sources: [sourceOf(load)] });
      registry.discoverAll();
      const register = (name: string): void => registry.register(GROUP, make(name));
      const perform = async (action: Action): Promise<unknown> => {
        switch (action.verb) {
          case "activate": return registry.activate(GROUP, action.name);
          case "shutdown": return registry.shutdown(GROUP, action.name);
          case "unregister": return registry.unregister(GROUP, action.name);
          case "get": return registry.get(GROUP, action.name);
          case "register": return register(action.name);
          case "configure": return registry.configure(GROUP, action.name, { size: 2 });
          case "health": return registry.healthCheck(GROUP, action.name);
          case "activateAll": return registry.activateAll();
          case "shutdownAll": return registry.shutdownAll();
          case "healthAll": return registry.healthCheckAll();
          case "abortedActivateAll": {
            const controller = new AbortController();
            const report = registry.activateAll({ signal: controller.signal });
            await scheduler.schedule(Promise.resolve(), "abort");
            controller.abort(new Error("changed my mind"));
            return report;
          }
        }
      };
      const running = actions.map(async (action, index) => {
        await scheduler.schedule(Promise.resolve(), `${index}: ${action.verb}`);
        await settle(perform(action));
      });
      await scheduler.waitFor(Promise.all(running));
      await scheduler.waitFor(registry.shutdownAll());
      await scheduler.waitIdle();
      expect(watch.violations).toEqual([]);
      expect(watch.running).toEqual([]);
      expect(registry.list().filter(({ state }) => ["active", "starting", "stopping"].includes(state))).toEqual([]);
    }),
    { numRuns: Number(process.env["FLOE_OVERLAP_RUNS"] ?? 500) },
  );
});
