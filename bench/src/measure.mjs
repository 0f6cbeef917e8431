import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** What rounds came to. @param {number[]} values */
export function spread(values) {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/** What it was measured on. */
export function machine() {
  return { cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length, node: process.version };
}

/** The versions of installed packages. @param {string[]} names @param {URL} [folder] where they lie. Default: the bench's own node_modules */
export function versionsOf(names, folder = new URL("../node_modules/", import.meta.url)) {
  const versionOf = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(`${name}/package.json`, folder), "utf8")).version;
  return Object.fromEntries(names.map((name) => [name, versionOf(name)]));
}

/** Writes `results/<name>.json` if the command line asks for it. @param {string} name @param {Record<string, unknown>} results */
export function save(name, results) {
  if (!process.argv.includes("--save")) return;
  mkdirSync(new URL("../results/", import.meta.url), { recursive: true });
  const date = new Date().toISOString().slice(0, 10);
  const text = JSON.stringify({ date, machine: machine(), ...results }, null, 2);
  writeFileSync(new URL(`../results/${name}.json`, import.meta.url), `${text}\n`);
}
