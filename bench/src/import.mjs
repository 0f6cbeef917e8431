// What importing a package adds to a process, beside an empty module on disk and bare Node: whole processes from outside,
// memory from inside. Repeat with: pnpm run bench -- import
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { print } from "./harness/compare.mjs";
import { inTurn } from "./harness/in-turn.mjs";
import { toRow } from "./harness/to-row.mjs";
import { save, spread, versionsOf } from "./measure.mjs";

const ROUNDS = 61;
const MEMORY_ROUNDS = 7;
/** How long bare Node takes on the machine that the reach is stated for, in milliseconds. */
const BARE_MS = 35;
const EMPTY = "an empty module";
const BARE = "node -e 0";

const folder = mkdtempSync(path.join(tmpdir(), "floe-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
symlinkSync(fileURLToPath(new URL("../node_modules", import.meta.url)), path.join(folder, "node_modules"), "dir");

/** A module with this text. @param {string} name @param {string} text */
function moduleOf(name, text) {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, text);
  return file;
}

const floe = fileURLToPath(new URL("../../packages/floe-cli/bin/floe.js", import.meta.url));
const empty = moduleOf("empty", "");
/** What starts each. @type {Record<string, string[]>} */
const commands = {
  "floe-core": [moduleOf("floe-core", 'import "floe-core";')],
  "floe-platform": [moduleOf("floe-platform", 'import "floe-platform";')],
  "floe --version": [floe, "--version"],
};

/** What each may not load. The first alone is held to it. */
const lazily = ["zod", "semver"];

/** The files that a process loads. @param {string[]} args */
function loadedBy(args) {
  const coverage = mkdtempSync(path.join(folder, "coverage-"));
  execFileSync(process.execPath, args, { env: { ...process.env, NODE_V8_COVERAGE: coverage }, stdio: "ignore" });
  /** @type {{ result: { url: string }[] }[]} */
  const reports = readdirSync(coverage).map((file) => JSON.parse(readFileSync(path.join(coverage, file), "utf8")));
  return reports.flatMap(({ result }) => result.map(({ url }) => url)).filter((url) => url.startsWith("file:"));
}

const files = Object.fromEntries(Object.entries(commands).map(([name, args]) => [name, loadedBy(args)]));
for (const name of lazily) {
  const found = files["floe-core"].find((file) => file.includes(`/node_modules/${name}/`));
  if (found !== undefined) throw new Error(`importing floe-core loads ${name}: ${found}`);
}

/** From the start of a process to its end, in milliseconds. @param {string[]} args */
function time(args) {
  const began = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: "ignore" });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}`);
  return performance.now() - began;
}

const ms = await inTurn(ROUNDS, {
  ...Object.fromEntries(Object.entries(commands).map(([name, args]) => [name, () => time(args)])),
  [EMPTY]: () => time([empty]),
  [BARE]: () => time(["-e", "0"]),
});

/** What a process that has imported a module takes, after a collection, in MiB. @param {string} file @param {"rss" | "heapUsed"} what */
function memory(file, what) {
  const code = `await import(${JSON.stringify(pathToFileURL(file).href)}); gc(); console.log(process.memoryUsage().${what})`;
  return Number(execFileSync(process.execPath, ["--expose-gc", "--input-type=module", "-e", code], { encoding: "utf8" })) / 2 ** 20;
}

const imports = Object.entries(commands).filter(([, args]) => args.length === 1);
const memoryOf = async (/** @type {"rss" | "heapUsed"} */ what) =>
  inTurn(MEMORY_ROUNDS, Object.fromEntries([...imports, [EMPTY, [empty]]].map(([name, [file]]) => [name, () => memory(file, what)])));
const [rss, heap] = [await memoryOf("rss"), await memoryOf("heapUsed")];

/** What a module adds to the empty one, round by round. @param {Record<string, number[]>} of @param {string} name */
const added = (of, name) => of[name].map((value, round) => value - of[EMPTY][round]);
const titleOf = (/** @type {string} */ name) => `${name}, ${files[name].length} files`;
const scaled = (/** @type {string} */ name) => added(ms, name).map((value, round) => (value * BARE_MS) / ms[BARE][round]);

/** What floe-core adds beside the goal, and what the others add. @param {string} title @param {string} unit @param {number} goal @param {number} rounds @param {string[]} names @param {(name: string) => number[]} addedBy */
function additions(title, unit, goal, rounds, names, addedBy) {
  const [core = "", ...others] = names;
  const rows = [
    toRow(titleOf(core), { adds: addedBy(core), goal: addedBy(core).map(() => goal) }, "goal"),
    ...others.map((name) => ({ case: titleOf(name), ms: { adds: spread(addedBy(name)) } })),
  ];
  return { title, unit, contenders: ["adds", "goal"], baseline: "goal", target: 1, rounds, rows };
}

const whole = {
  title: "Whole processes",
  contenders: ["process", EMPTY, BARE],
  baseline: EMPTY,
  rounds: ROUNDS,
  rows: Object.keys(commands).map((name) => toRow(titleOf(name), { process: ms[name], [EMPTY]: ms[EMPTY], [BARE]: ms[BARE] }, EMPTY)),
};
const imported = imports.map(([name]) => name);
const tables = [
  additions(`What an import adds to a process, where ${BARE} takes ${BARE_MS} ms`, "milliseconds", 5, ROUNDS, Object.keys(commands), scaled),
  additions("What an import adds to resident memory", "MiB", 3, MEMORY_ROUNDS, imported, (name) => added(rss, name)),
  { title: "What an import adds to the heap", unit: "MiB", contenders: ["adds"], rounds: MEMORY_ROUNDS, rows: imported.map((name) => ({ case: titleOf(name), ms: { adds: spread(added(heap, name)) } })) },
  whole,
];
for (const table of tables) print(table);
save("import", { versions: versionsOf(["floe-core", "floe-platform", "floe-cli"], new URL("../../packages/", import.meta.url)), tables });
