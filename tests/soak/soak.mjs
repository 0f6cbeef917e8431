// Looks up and starts and stops plugins very often, and prints what is left of it: node --expose-gc soak.mjs <lookups> <cycles>
import { getEventListeners } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { queryObjects } from "node:v8";
import { PluginRegistry, SecretsPlugin, staticSource } from "floe-core";
import { z } from "zod";

const GROUP = "floe.secrets";
const SAMPLES = 40;
const [lookups = 0, cycles = 0] = process.argv.slice(2).map(Number);
const collect = globalThis.gc ?? (() => { throw new Error("needs --expose-gc"); });
const schema = z.strictObject({ size: z.number().default(1) });

/** @type {string[]} */
const warnings = [];
process.on("warning", ({ name, message }) => {
  // That one is about how objects are counted here.
  if (!message.startsWith("v8.queryObjects")) warnings.push(`${name}: ${message}`);
});

/** A signal that outlives everything: what listens to it must let go of it. */
const { signal: enduring } = new AbortController();

/**
 * @typedef {{ count: number, ms: number, heap: number[], objects: number[], resources: number[], listeners: number[] }} Soaked
 * @typedef {import("floe-core").StartupContext} StartupContext
 */

class Quiet extends SecretsPlugin {
  version = "1.0.0";
  floeApiVersion = "1.0";

  /** @param {string} name @param {readonly import("floe-core").PluginDependency[]} dependencies */
  constructor(name, dependencies = []) {
    super();
    this.name = name;
    this.dependencies = dependencies;
  }

  getConfigSchema() {
    return schema;
  }

  async getSecret() {
    return null;
  }

  async setSecret() {}

  async listSecrets() {
    return [];
  }
}

/**
 * @param {string} name
 * @param {readonly import("floe-core").PluginDependency[]} dependencies
 * @param {{ startup?: (context: StartupContext) => unknown, shutdown?: () => unknown, healthCheck?: () => unknown }} hooks
 */
function plugin(name, dependencies, hooks) {
  return Object.assign(new Quiet(name, dependencies), hooks);
}

/** Settles after the next turn of the event loop. */
const later = () => new Promise((resolve) => setImmediate(resolve));
const fail = () => {
  throw new Error("not today");
};

/**
 * Does `work` `count` times and looks at what is left forty times on the way.
 *
 * @param {number} count
 * @param {(index: number) => number | Promise<number>} work answers how many it did
 * @returns {Promise<Soaked>}
 */
async function soak(count, work) {
  /** @type {Soaked} */
  const soaked = { count: 0, ms: 0, heap: [], objects: [], resources: [], listeners: [] };
  const step = Math.ceil(count / SAMPLES);
  for (let done = 0; done < count; ) {
    const began = performance.now();
    for (const end = Math.min(done + step, count); done < end; done += 1) soaked.count += await work(done);
    soaked.ms += performance.now() - began;
    // Hooks that overran their limits come to their end.
    await delay(10);
    collect();
    soaked.heap.push(process.memoryUsage().heapUsed);
    soaked.objects.push(queryObjects(Object, { format: "count" }));
    soaked.resources.push(process.getActiveResourcesInfo().length);
    const onProcess = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
    soaked.listeners.push(onProcess + getEventListeners(enduring, "abort").length);
  }
  return soaked;
}

async function soakLookups() {
  const registry = new PluginRegistry({ sources: [] });
  for (let index = 0; index < 100; index += 1) registry.register(GROUP, new Quiet(`p${index}`));
  return soak(lookups / 2, async (index) => {
    const name = `p${index % 100}`;
    if (registry.find(GROUP, name) !== (await registry.get(GROUP, name))) throw new Error("two instances");
    return 2;
  });
}

async function soakCycles() {
  let isOffered = false;
  const offered = staticSource({ [GROUP]: { offered: { load: () => Quiet, version: "1.0.0" } } });
  /** @type {import("floe-core").DiscoverySource} */
  const source = { name: "sometimes", discover: (request) => (isOffered ? offered.discover(request) : { entries: [], skipped: [], packagesRead: 0 }) };
  const registry = new PluginRegistry({ sources: [source], shutdownTimeoutMs: 1, healthTimeoutMs: 1 });
  registry.discoverAll();
  const graph = [
    plugin("base", [], {}),
    plugin("left", ["base"], { startup: later, shutdown: later, healthCheck: async () => ({ state: "healthy" }) }),
    plugin("right", ["base"], { startup: later, shutdown: fail }),
    plugin("top", ["left", "right", { name: "absent", optional: true }], {}),
    plugin("broken", ["base"], { startup: fail }),
    plugin("blocked", ["broken"], {}),
    // Both run over their limits and then end.
    plugin("slow", ["base"], { startup: ({ signal }) => new Promise((resolve) => signal.addEventListener("abort", () => resolve(undefined))), healthCheck: fail }),
    plugin("stubborn", ["base"], { shutdown: () => new Promise((resolve) => setTimeout(resolve, 3)), healthCheck: () => new Promise((resolve) => setTimeout(resolve, 3)) }),
  ];
  for (const one of graph) registry.register(GROUP, one);
  return soak(cycles, async (index) => {
    isOffered = index % 2 === 0;
    registry.rediscover();
    registry.register(GROUP, plugin("guest", ["top"], {}));
    const signal = index % 5 === 4 ? AbortSignal.abort(new Error("too late")) : enduring;
    const report = await registry.activateAll({ signal, timeoutMs: 2 });
    if (report.ok) throw new Error("something is broken, and the report does not know");
    await registry.healthCheckAll({ signal: enduring });
    await registry.configure(GROUP, "broken", { size: index });
    await registry.shutdown(GROUP, "top");
    await registry.unregister(GROUP, "guest");
    await registry.shutdownAll();
    if (registry.list().some(({ state }) => state === "active")) throw new Error("something is still up");
    return 1;
  });
}

const result = { lookups: await soakLookups(), cycles: await soakCycles(), warnings };
console.log(JSON.stringify(result));
