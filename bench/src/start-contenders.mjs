// Who starts no-op plugins. What is measured begins with the plugins, made beforehand in whatever form a contender asks
// for: it ends when all are active, and answers how many are.
import { PluginRegistry as LuminoRegistry, Token } from "@lumino/coreutils";
import architect from "architect";
import { auto } from "async";
import avvio from "avvio";
import { ComputePlugin, PluginRegistry, resourcePreset } from "floe-core";
import { PGraph } from "p-graph";
import { graphs } from "./graphs.mjs";

/** @typedef {{ shape: string, size: number }} Case */

class NoopPlugin extends ComputePlugin {
  version = "1.0.0";
  floeApiVersion = "1.0";
  isSelfHosted = true;

  /** @param {import("./graphs.mjs").Row} row */
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

/** In an order that says nothing of who needs whom, the same in every run: to find one is what is measured. @param {Case} theCase */
function rowsOf({ shape, size }) {
  const rows = graphs[shape](size);
  const step = 7_919; // A prime that divides none of the sizes, so that every row is met once.
  return rows.map((_, index) => rows[(index * step + 13) % size]);
}

/** @type {Record<string, (theCase: Case) => () => unknown>} */
export const contenders = {
  floe(theCase) {
    const plugins = rowsOf(theCase).map((row) => new NoopPlugin(row));
    return async () => {
      const registry = new PluginRegistry({ sources: [] });
      for (const plugin of plugins) registry.register("floe.computes", plugin);
      const report = await registry.activateAll();
      return report.plugins.filter(({ state }) => state === "active").length;
    };
  },

  /** The least code that could do it: Kahn's algorithm over maps, and an await per start. */
  Kahn(theCase) {
    let active = 0;
    const plugins = rowsOf(theCase).map((row) => ({ ...row, start: () => void (active += 1) }));
    return async () => {
      const waiting = new Map();
      const dependents = new Map();
      for (const plugin of plugins) {
        waiting.set(plugin.name, plugin.needs.length);
        dependents.set(plugin.name, []);
      }
      for (const plugin of plugins) for (const need of plugin.needs) dependents.get(need).push(plugin);
      const order = plugins.filter(({ needs }) => needs.length === 0);
      for (const { name, start } of order) {
        await start();
        for (const dependent of dependents.get(name)) {
          const left = waiting.get(dependent.name) - 1;
          waiting.set(dependent.name, left);
          if (left === 0) order.push(dependent);
        }
      }
      return active;
    };
  },

  /** It starts in the order of registration, so it is spared the sorting. */
  avvio(theCase) {
    let active = 0;
    const plugins = rowsOf(theCase).map(() => (_app, _options, done) => {
      active += 1;
      done();
    });
    return async () => {
      const app = avvio({}, { autostart: false });
      for (const plugin of plugins) app.use(plugin);
      await app.start().ready();
      return active;
    };
  },

  lumino(theCase) {
    let active = 0;
    const rows = rowsOf(theCase);
    const tokens = new Map(rows.map(({ name }) => [name, new Token(name)]));
    const plugins = rows.map(({ name, needs }) => ({
      id: name,
      autoStart: true,
      requires: needs.map((need) => tokens.get(need)),
      provides: tokens.get(name),
      activate: () => void (active += 1),
    }));
    return async () => {
      const registry = new LuminoRegistry();
      registry.application = {};
      registry.registerPlugins(plugins);
      await registry.activatePlugins("startUp");
      return active;
    };
  },

  architect(theCase) {
    let active = 0;
    const plugins = rowsOf(theCase).map(({ name, needs }) => ({
      provides: [name],
      consumes: needs,
      setup: (_options, _imports, register) => {
        active += 1;
        register(null, { [name]: {} });
      },
    }));
    return () =>
      new Promise((resolve, reject) => {
        architect.createApp(plugins, (error) => (error ? reject(error) : resolve(active)));
      });
  },

  "p-graph"(theCase) {
    let active = 0;
    const rows = rowsOf(theCase);
    const nodes = new Map(rows.map(({ name }) => [name, { run: () => void (active += 1) }]));
    const edges = rows.flatMap(({ name, needs }) => needs.map((need) => [need, name]));
    return async () => {
      await new PGraph(nodes, edges).run();
      return active;
    };
  },

  "async.auto"(theCase) {
    let active = 0;
    const alone = (done) => {
      active += 1;
      done(null);
    };
    const tasks = rowsOf(theCase).map(({ name, needs }) => [name, needs.length === 0 ? alone : [...needs, (_results, done) => alone(done)]]);
    const plugins = Object.fromEntries(tasks);
    return async () => {
      await auto(plugins);
      return active;
    };
  },
};
