import { ComputePlugin, PluginRegistry, resourcePreset } from "floe-core";

/** @typedef {import("./graphs.mjs").Row} Row */

class NoopPlugin extends ComputePlugin {
  version = "1.0.0";
  floeApiVersion = "1.0";
  isSelfHosted = true;

  /** @param {Row} row */
  constructor({ name, needs }) {
    super();
    this.name = name;
    this.dependencies = needs;
  }

  generateDbtProfile() {
    return {};
  }
  getRequiredDbtPackages() {
    return [];
  }
  validateConnection() {
    return Promise.resolve({ status: "healthy", latencyMs: 0, message: "", warnings: [], errors: [] });
  }
  getResourceRequirements(size) {
    return resourcePreset(size);
  }
}

/** floe-core: register, resolve, start. Resolves with the number of active plugins. @param {Row[]} graph */
export async function floe(graph) {
  const registry = new PluginRegistry({ sources: [] });
  for (const row of graph) registry.register("floe.computes", new NoopPlugin(row));
  const { plugins, ok } = await registry.activateAll();
  return ok ? plugins.length : -1;
}

/** floe-core: only the order. @param {Row[]} graph */
export function prepareFloeResolve(graph) {
  const registry = new PluginRegistry({ sources: [] });
  for (const row of graph) registry.register("floe.computes", new NoopPlugin(row));
  return () => registry.resolve().order.length;
}

/** The least code that could do it: Kahn over maps, and an await per start. @param {Row[]} graph */
export async function leastCode(graph) {
  let started = 0;
  const startup = () => {
    started += 1;
  };
  for (const name of kahn(graph)) {
    void name;
    await startup();
  }
  return started;
}

/** Kahn's algorithm over maps. @param {Row[]} graph */
export function kahn(graph) {
  const waiting = new Map();
  const dependents = new Map();
  for (const { name, needs } of graph) {
    waiting.set(name, needs.length);
    dependents.set(name, []);
  }
  for (const { name, needs } of graph) for (const need of needs) dependents.get(need).push(name);
  const order = graph.filter(({ needs }) => needs.length === 0).map(({ name }) => name);
  for (const name of order) {
    for (const dependent of dependents.get(name)) {
      const left = waiting.get(dependent) - 1;
      waiting.set(dependent, left);
      if (left === 0) order.push(dependent);
    }
  }
  return order;
}
