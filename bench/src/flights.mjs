// `floe run` of examples/flights as a whole process, beside the same SQL straight through the driver in a process of
// its own. Both in turn, each on a fresh database; what counts is the ratio of a round. Repeat with: pnpm run bench -- flights
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { DuckDBInstance, version as duckdbVersion } from "@duckdb/node-api";
import { loadPlatform } from "floe-platform";
import { print } from "./harness/compare.mjs";
import { inTurn } from "./harness/in-turn.mjs";
import { machine, save, spread, versionsOf } from "./measure.mjs";

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

const OURS = "floe run";
const DRIVER = "the same SQL through the driver";
const NODE = "node -e 0";

/** The answer of the other contender in this round. @type {unknown} */
let answer;
/** @param {Awaited<ReturnType<typeof contend>>} turn */
const agreed = (turn) => {
  if (answer !== undefined && !isDeepStrictEqual(turn.answer, answer)) {
    throw new Error(`the answers differ: ${JSON.stringify(turn.answer)} and ${JSON.stringify(answer)}`);
  }
  answer = turn.answer;
  return turn.took;
};

const ms = await inTurn(ROUNDS, {
  [OURS]: async () => agreed(await contend(() => [floe, "run"])),
  [DRIVER]: async () => agreed(await contend((database) => [directly, plan, database])),
  [NODE]: () => time(["-e", "0"], folder),
});

// What Node takes to start is neither's: the ratio is of what lies beyond.
const beyondNode = (/** @type {string} */ contender) => ms[contender].map((took, round) => took - ms[NODE][round]);
const [ours, theirs] = [beyondNode(OURS), beyondNode(DRIVER)];
const row = {
  case: "examples/flights",
  ms: { [OURS]: spread(ms[OURS]), [DRIVER]: spread(ms[DRIVER]), [NODE]: spread(ms[NODE]) },
  ratio: spread(ours.map((took, round) => took / theirs[round])),
  againstPeers: {},
};
const contenders = [OURS, DRIVER, NODE];
/** @type {Parameters<typeof print>[0]} */
const table = { title: "A product run: whole processes, the ratio beyond what Node takes to start", mode: "first", contenders, baseline: DRIVER, target: 1.1, rounds: ROUNDS, rows: [row] };
const { cpu, cores, node } = machine();
console.log(`${cores} cores (${cpu}), Node ${node}, DuckDB ${duckdbVersion()}`);
print(table);

save("flights", {
  versions: { ...versionsOf(["floe-cli", "floe-duckdb-compute"], pathToFileURL(`${example}/node_modules/`)), duckdb: duckdbVersion() },
  tables: [table],
});
