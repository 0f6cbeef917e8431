// What a registry keeps of its plugins. Run as: node --expose-gc memory-holders.mjs <what> <how many>
// Prints the bytes of heap per plugin, beyond what was there before the registry was filled.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PluginRegistry, staticSource } from "floe-core";
import { BarePlugin, NamedPlugin } from "./bare-plugin.mjs";

/** @typedef {{ fill: () => Promise<unknown>, count: () => number }} Holder */

const GROUP = "floe.secrets";

/** The names of `count` plugins, and the one before each, which it needs. @param {number} count */
function places(count) {
  const nameOf = (/** @type {number} */ index) => `plugin-${index}`;
  return Array.from({ length: count }, (_, index) => ({ name: nameOf(index), needs: index === 0 ? [] : [nameOf(index - 1)] }));
}

/** @type {Record<string, (count: number) => Holder>} */
const holders = {
  /** The table is the host's, and there before. */
  "discovered, static source": (count) => {
    const registry = tableRegistry(count, () => []);
    return { fill: async () => void registry.discoverAll(), count: () => registry.list().length };
  },

  /** One plugin in each package. */
  "discovered, package scan": (count) => {
    const cwd = mkdtempSync(join(tmpdir(), "floe-bench-memory-"));
    process.on("exit", () => rmSync(cwd, { recursive: true }));
    const dependencies = Object.fromEntries(places(count).map(({ name }) => [name, "1.0.0"]));
    writePackage(cwd, { name: "application", dependencies });
    for (const { name } of places(count)) {
      const folder = join(cwd, "node_modules", name);
      writePackage(folder, { name, version: "1.0.0", floe: { apiVersion: "1.0", secrets: { [name]: "./plugin.js#Plugin" } } });
      writeFileSync(join(folder, "plugin.js"), "export class Plugin {}\n");
    }
    const registry = new PluginRegistry({ cwd });
    return { fill: async () => void registry.discoverAll(), count: () => registry.list().length };
  },

  /** The plugins are the host's, and there before. */
  "active, registered": (count) => {
    const plugins = places(count).map(({ name, needs }) => new NamedPlugin(name, needs));
    const registry = new PluginRegistry({ sources: [] });
    const fill = async () => {
      for (const plugin of plugins) registry.register(GROUP, plugin);
      await registry.activateAll();
    };
    return { fill, count: () => countActive(registry) };
  },

  /** Here the plugins' own objects count as well: the registry makes them. */
  "active, discovered": (count) => {
    const registry = tableRegistry(count, (needs) => needs);
    const fill = async () => {
      registry.discoverAll();
      await registry.activateAll();
    };
    return { fill, count: () => countActive(registry) };
  },
};

/** @param {number} count @param {(needs: string[]) => string[]} dependenciesOf */
function tableRegistry(count, dependenciesOf) {
  const load = () => BarePlugin;
  const entries = places(count).map(({ name, needs }) => {
    return [name, { load, version: "1.0.0", apiVersion: "1.0", package: name, dependencies: dependenciesOf(needs) }];
  });
  return new PluginRegistry({ sources: [staticSource({ [GROUP]: Object.fromEntries(entries) })] });
}

/** @param {PluginRegistry} registry */
function countActive(registry) {
  return registry.list().filter(({ state }) => state === "active").length;
}

/** @param {string} folder @param {object} content */
function writePackage(folder, content) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify(content));
}

/** The heap in use once nothing more is given back. */
async function heapUsed() {
  for (let turn = 0; turn < 10; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed;
}

/** @param {Holder} holder */
async function bytesOf(holder) {
  const before = await heapUsed();
  await holder.fill();
  const bytes = (await heapUsed()) - before;
  return { bytes, held: holder.count() };
}

const [, , what = "", count = "0"] = process.argv;
const make = holders[what];
if (make === undefined) throw new Error(`nothing here holds "${what}"`);
// Code that is compiled, and what it caches for good, is there by then.
await bytesOf(make(100));
const { bytes, held } = await bytesOf(make(Number(count)));
console.log(JSON.stringify({ bytesEach: bytes / Number(count), held }));
