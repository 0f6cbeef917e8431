// Who starts plugins whose start takes time. Each answers with the number of plugins that are up. With `again`, each has
// done so before, with plugins whose start takes none: what remains is what it takes once its code is compiled.
import { setTimeout as sleep } from "node:timers/promises";
import { PluginRegistry } from "floe-core";
import { NamedPlugin } from "./bare-plugin.mjs";

/** @typedef {{ name: string, needs: string[], ms: number }} Row */
/** @typedef {() => Promise<number>} Start */

const GROUP = "floe.secrets";

class SlowPlugin extends NamedPlugin {
  /** @param {Row} row */
  constructor({ name, needs, ms }) {
    super(name, needs);
    this.ms = ms;
  }

  /** @returns {Promise<void>} */
  startup() {
    return sleep(this.ms);
  }
}

/** @param {(rows: Row[]) => Start} prepare @returns {import("./harness/compare.mjs").Contender} */
function contender(prepare) {
  return async (/** @type {{ rows: Row[], again: boolean }} */ { rows, again }) => {
    if (again) await prepare(rows.map((row) => ({ ...row, ms: 0 })))();
    return prepare(rows);
  };
}

export const contenders = {
  floe: contender((rows) => {
    const registry = new PluginRegistry({ sources: [], startupTimeoutMs: { default: 10_000 } });
    for (const row of rows) registry.register(GROUP, new SlowPlugin(row));
    const { signal } = new AbortController();
    return async () => {
      const { plugins } = await registry.activateAll({ signal, timeoutMs: 5_000 });
      return plugins.filter(({ state }) => state === "active").length;
    };
  }),

  /** A promise per plugin, without limits, signals, states or reports. */
  "a promise each": contender((rows) => {
    const plugins = rows.map((row) => new SlowPlugin(row));
    return async () => {
      /** @type {Map<string, Promise<void>>} */
      const started = new Map();
      for (const plugin of plugins) {
        const needed = plugin.dependencies.map((need) => started.get(String(need)));
        started.set(plugin.name, Promise.all(needed).then(() => plugin.startup()));
      }
      await Promise.all(started.values());
      return started.size;
    };
  }),

  /** Nothing but the timers of the longest path, one after the other. */
  "critical path": contender((rows) => {
    const path = longestPath(rows);
    return async () => {
      for (const { ms } of path) await sleep(ms);
      return rows.length;
    };
  }),
};

/** The plugins one after the other that take longest. @param {Row[]} rows in the order of their layers @returns {Row[]} */
export function longestPath(rows) {
  /** @type {Map<string, Row[]>} */
  const paths = new Map();
  for (const row of rows) paths.set(row.name, [...longest(row.needs.map((need) => paths.get(need) ?? [])), row]);
  return longest([...paths.values()]);
}

/** @param {Row[][]} paths @returns {Row[]} */
function longest(paths) {
  const length = (/** @type {Row[]} */ path) => path.reduce((sum, { ms }) => sum + ms, 0);
  return paths.reduce((one, other) => (length(other) > length(one) ? other : one), []);
}
