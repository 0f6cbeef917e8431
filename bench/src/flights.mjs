// `floe run` of examples/flights as a whole process, beside the same SQL straight through the driver in a process of
// its own. Both in turn, each on a fresh database; what counts is the ratio of a round. Repeat with: pnpm run bench -- flights
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { DuckDBInstance, version as duckdbVersion } from "@duckdb/node-api";
import { loadPlatform } from "floe-platform";
import { machine, save, spread } from "./measure.mjs";

const ROUNDS = 7;
const example = fileURLToPath(new URL("../../examples/flights", import.meta.url));
const floe = path.join(example, "node_modules/floe-cli/bin/floe.js");
const directly = fileURLToPath(new URL("flights-directly.mjs", import.meta.url));

const { plugins, sources, transforms } = (await loadPlatform(path.join(example, "floe.yaml"))).compile();
/** @typedef {{ path: string, threads: number, memoryLimit: string }} Config */
const config = /** @type {Config} */ (plugins.find(({ key }) => key === "floe.computes:duckdb")?.config);
const settings = { threads: String(config.threads), memory_limit: config.memoryLimit };
const folder = mkdtempSync(path.join(tmpdir(), "floe-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
const plan = path.join(folder, "plan.json");
writeFileSync(plan, JSON.stringify({ settings, sources, transforms }));

/** Starts Node and answers how long it took until it had ended, in milliseconds. @param {string[]} args @param {string} cwd */
async function time(args, cwd) {
  const began = performance.now();
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
  let printed = "";
  child.stderr.on("data", (chunk) => (printed += chunk));
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  const took = performance.now() - began;
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}: ${printed}`);
  return took;
}

/** Runs a contender in a fresh copy of the product. @param {(database: string) => string[]} args */
async function contend(args) {
  const copy = mkdtempSync(path.join(folder, "product-"));
  for (const part of ["package.json", "floe.yaml", "models"]) cpSync(path.join(example, part), path.join(copy, part), { recursive: true });
  symlinkSync(path.join(example, "node_modules"), path.join(copy, "node_modules"), "dir");
  const database = path.join(copy, config.path);
  mkdirSync(path.dirname(database), { recursive: true });
  const took = await time(args(database), copy);
  const answer = await readAnswer(database);
  rmSync(copy, { recursive: true });
  return { took, answer };
}

/** The rows of every table and view: their number, and a sum over a hash of each. @param {string} database */
async function readAnswer(database) {
  const instance = await DuckDBInstance.create(database, settings);
  const connection = await instance.connect();
  /** @type {Record<string, unknown>} */
  const answer = {};
  for (const { name } of transforms) {
    const reader = await connection.runAndReadAll(`SELECT count(*) AS rows, sum(hash(t)) AS checksum FROM ${name} AS t`);
    answer[name] = reader.getRowsJson()[0];
  }
  connection.closeSync();
  instance.closeSync();
  return answer;
}

const floeMs = [];
const driverMs = [];
const nodeMs = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  const ours = await contend(() => [floe, "run"]);
  const theirs = await contend((database) => [directly, plan, database]);
  if (!isDeepStrictEqual(ours.answer, theirs.answer)) {
    throw new Error(`the answers differ: ${JSON.stringify(ours.answer)} and ${JSON.stringify(theirs.answer)}`);
  }
  const node = await time(["-e", "0"], folder);
  if (round === 0) continue; // warm-up
  floeMs.push(ours.took);
  driverMs.push(theirs.took);
  nodeMs.push(node);
}

const results = {
  floeMs: spread(floeMs),
  driverMs: spread(driverMs),
  nodeMs: spread(nodeMs),
  ratio: spread(floeMs.map((ours, round) => ours / driverMs[round])),
  ratioWithoutNode: spread(floeMs.map((ours, round) => (ours - nodeMs[round]) / (driverMs[round] - nodeMs[round]))),
};

const { cpu, cores, node } = machine();
console.log(`\n${cores} cores (${cpu}), Node ${node}, DuckDB ${duckdbVersion()}, ${ROUNDS} rounds\n`);
console.log("| | median | min | max |\n|---|---|---|---|");
print("`floe run`", results.floeMs, (ms) => `${ms.toFixed(0)} ms`);
print("the same SQL through the driver", results.driverMs, (ms) => `${ms.toFixed(0)} ms`);
print("`node -e 0`", results.nodeMs, (ms) => `${ms.toFixed(0)} ms`);
print("ratio", results.ratio, (ratio) => ratio.toFixed(2));
print("ratio without what `node -e 0` takes", results.ratioWithoutNode, (ratio) => ratio.toFixed(2));

/** @param {string} title @param {{ median: number, min: number, max: number }} of @param {(value: number) => string} show */
function print(title, { median, min, max }, show) {
  console.log(`| ${title} | ${show(median)} | ${show(min)} | ${show(max)} |`);
}

save("flights", {
  versions: { "floe-cli": versionOf("floe-cli"), "floe-duckdb-compute": versionOf("floe-duckdb-compute"), duckdb: duckdbVersion() },
  rounds: ROUNDS,
  results,
});

/** @param {string} name */
function versionOf(name) {
  return JSON.parse(readFileSync(path.join(example, "node_modules", name, "package.json"), "utf8")).version;
}
