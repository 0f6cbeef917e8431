// What discovery is measured on: generated folders as npm and pip leave them, on a real disk.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** One of so many packages offers a plugin. */
const ONE_PLUGIN_IN = 50;

/**
 * An application as npm installs it: `installed` packages side by side, on the first `direct` of which it depends. Every fifth is
 * scoped, every fiftieth offers a plugin. oclif finds the same plugins: the direct ones from the application's folder, by the
 * pattern of their names; from `any-name` in it by looking at every package; from `known-names` by looking at them alone.
 *
 * @typedef {object} Tree
 * @property {string} folder
 * @property {string[]} direct the names of the plugins of direct dependencies, sorted
 * @property {string[]} installed the names of all plugins, sorted
 */

/** @param {string} folder @param {{ direct: number, installed: number }} sizes @returns {Tree} */
export function makeTree(folder, { direct, installed }) {
  const random = randomNumbers();
  const names = Array.from({ length: installed }, (_, index) => packageName(index));
  for (const [index, name] of names.entries()) {
    const home = path.join(folder, "node_modules", name);
    mkdirSync(path.join(home, "dist"), { recursive: true });
    const other = names[ONE_PLUGIN_IN * Math.floor((random() * installed) / ONE_PLUGIN_IN)] ?? name; // never a plugin
    writeFileSync(path.join(home, "package.json"), manifest(name, index, other, random));
    writeFileSync(path.join(home, `dist/${isPlugin(index) ? "plugin" : "index"}.js`), "export class Plugin {}\n");
    if (!isPlugin(index)) continue;
    writeFileSync(path.join(home, "oclif.manifest.json"), '{ "version": "1.0.0", "commands": {} }\n');
  }
  const application = (/** @type {string} */ name, /** @type {string[]} */ dependencies, plugins = ["floe-plugin-*", "@*/floe-plugin-*"]) => ({
    name,
    version: "1.0.0",
    private: true,
    oclif: { plugins },
    // Sorted, as npm writes them.
    dependencies: Object.fromEntries(dependencies.sort((a, b) => a.localeCompare(b, "en")).map((dependency) => [dependency, "^1.0.0"])),
  });
  const write = (/** @type {string} */ where, /** @type {unknown} */ value) => {
    mkdirSync(where, { recursive: true });
    writeFileSync(path.join(where, "package.json"), JSON.stringify(value, null, 2));
  };
  write(folder, application("application", names.slice(0, direct)));
  write(path.join(folder, "any-name"), application("any-name", [...names], ["*", "@*/*"]));
  write(path.join(folder, "known-names"), application("known-names", names.filter((_, index) => isPlugin(index))));
  const pluginsAmong = (/** @type {number} */ count) => names.slice(0, count).flatMap((_, index) => (isPlugin(index) ? [`p${index}`] : []));
  return { folder, direct: pluginsAmong(direct).sort(), installed: pluginsAmong(installed).sort() };
}

/**
 * A `site-packages` folder with as many distributions; of the first `among` of them, those offer an entry point that offer a plugin
 * in a tree. Python looks at all that are installed: it knows of no application that depends on some.
 *
 * @param {string} folder @param {number} installed @param {number} among
 */
export function makeSitePackages(folder, installed, among) {
  for (let index = 0; index < installed; index += 1) {
    const home = path.join(folder, `package_${index}-1.0.0.dist-info`);
    mkdirSync(home, { recursive: true });
    writeFileSync(path.join(home, "METADATA"), `Metadata-Version: 2.1\nName: package-${index}\nVersion: 1.0.0\n`);
    if (isPlugin(index) && index < among) writeFileSync(path.join(home, "entry_points.txt"), `[floe.computes]\np${index} = package_${index}:Plugin\n`);
  }
}

/** @param {number} index */
function isPlugin(index) {
  return index % ONE_PLUGIN_IN === 7;
}

/** @param {number} index */
function packageName(index) {
  const name = isPlugin(index) ? `floe-plugin-p${index}` : `package-${index}`;
  return index % 5 === 2 ? `@scope-${Math.floor(index / 25)}/${name}` : name;
}

/** What a package.json looks like on the registry: 0.5 to 3 KB. @param {string} name @param {number} index @param {string} other @param {() => number} random */
function manifest(name, index, other, random) {
  const scripts = Object.fromEntries(Array.from({ length: 3 + Math.floor(random() * 20) }, (_, at) => [`script-${at}`, `node scripts/run-${at}.js --mode "production"`]));
  const exports = Object.fromEntries(
    Array.from({ length: 1 + Math.floor(random() * 12) }, (_, at) => [`./part-${at}`, { types: `./dist/part-${at}.d.ts`, default: `./dist/part-${at}.js` }]),
  );
  const plugin = {
    main: "./dist/plugin.js",
    oclif: {},
    floe: { apiVersion: "1.0", computes: { [`p${index}`]: "./dist/plugin.js#Plugin" } },
    peerDependencies: { [other]: "^1.0.0" },
  };
  return JSON.stringify(
    {
      name,
      version: "1.0.0",
      description: `Package number ${index}, which does one thing and does it well`,
      license: "MIT",
      repository: { type: "git", url: `git+https://example.com/${name}.git` },
      files: ["dist"],
      exports: { ".": isPlugin(index) ? "./dist/plugin.js" : "./dist/index.js", ...exports },
      ...(isPlugin(index) ? plugin : { dependencies: { [other]: "^1.0.0" } }),
      scripts,
      devDependencies: { typescript: "~5.9.0", vitest: "^3.0.0" },
    },
    null,
    2,
  );
}

/** The same numbers each time, from 0 to 1. */
function randomNumbers() {
  let state = 42;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
