// Who finds the plugins of an application, and how. Each imports what it needs once it has its turn.
import fs from "node:fs";
import path from "node:path";
import { evict } from "./discovery-cold.mjs";

/** @typedef {{ folder: string, scope: "reachable" | "installed", cold?: boolean }} Case */

/** @param {Case} theCase @param {() => unknown} run */
function ready({ folder, cold = false }, run) {
  if (cold) evict(folder);
  return run;
}

/** @type {Record<string, import("./harness/compare.mjs").Contender>} */
export const contenders = {
  floe: async (/** @type {Case} */ theCase) => {
    const { PluginRegistry } = await import("floe-core");
    return ready(theCase, () => {
      const registry = new PluginRegistry({ cwd: theCase.folder, scope: theCase.scope });
      const { entryPoints, skipped } = registry.discoverAll();
      return skipped.length > 0 ? skipped : entryPoints.map(({ name }) => name).sort();
    });
  },

  "least code": (/** @type {Case} */ theCase) => ready(theCase, () => least(theCase)),

  "least code, asynchronous": (/** @type {Case} */ theCase) => ready(theCase, () => leastAsync(theCase)),

  oclif: (/** @type {Case} */ theCase) => oclif(theCase, theCase.scope === "installed" ? "any-name" : ""),

  "oclif, told which": (/** @type {Case} */ theCase) => oclif(theCase, "known-names"),
};

/** oclif's plugin loader for the application in folder `from` of the tree. @param {Case} theCase @param {string} from */
async function oclif(theCase, from) {
  const { Config } = await import("@oclif/core");
  const root = path.join(theCase.folder, from);
  return ready(theCase, async () => {
    const config = await Config.load({ root, userPlugins: false, devPlugins: false });
    const plugins = config.getPluginsList().filter(({ isRoot, valid }) => !isRoot && valid);
    return plugins.map(({ name }) => name.slice(name.lastIndexOf("-") + 1)).sort();
  });
}

const KEY = Buffer.from('floe"');

/** The least code that finds the plugins: reads each package.json and parses those with a `floe` key. @param {Case} theCase */
function least({ folder, scope }) {
  const buffer = Buffer.allocUnsafeSlow(32 * 1024);
  const modules = `${folder}/node_modules`;
  const found = [];
  for (const name of scope === "installed" ? listPackages(modules) : listDependencies(folder)) {
    const descriptor = fs.openSync(`${modules}/${name}/package.json`, "r");
    const bytes = buffer.subarray(0, fs.readSync(descriptor, buffer, 0, buffer.length, null));
    fs.closeSync(descriptor);
    if (bytes.includes(KEY)) found.push(...namesIn(bytes.toString()));
  }
  return found.sort();
}

/** The same with as many reads under way as Node has threads for, twice over. @param {Case} theCase */
async function leastAsync({ folder, scope }) {
  const modules = `${folder}/node_modules`;
  const names = scope === "installed" ? listPackages(modules) : listDependencies(folder);
  /** @type {string[]} */
  const found = [];
  let next = 0;
  const work = async () => {
    for (let name = names[next++]; name !== undefined; name = names[next++]) {
      const bytes = await readFile(`${modules}/${name}/package.json`);
      if (bytes.includes(KEY)) found.push(...namesIn(bytes.toString()));
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return found.sort();
}

/** Not the one of `fs.promises`, which is slower. @param {string} file @returns {Promise<Buffer>} */
function readFile(file) {
  return new Promise((resolve, reject) => {
    fs.readFile(file, (error, bytes) => (error === null ? resolve(bytes) : reject(error)));
  });
}

/** @param {string} folder */
function listDependencies(folder) {
  return Object.keys(JSON.parse(fs.readFileSync(`${folder}/package.json`, "utf8")).dependencies);
}

/** @param {string} modules */
function listPackages(modules) {
  return fs.readdirSync(modules).flatMap((name) => (name.startsWith("@") ? fs.readdirSync(`${modules}/${name}`).map((scoped) => `${name}/${scoped}`) : name));
}

/** @param {string} text */
function namesIn(text) {
  return Object.keys(JSON.parse(text).floe.computes);
}
