// What it takes to write a product's code location, and what it takes Dagster to load it, by the number of transforms.
// Beside it the same assets written by hand in a loop, which is the least that Dagster could do for them. Needs the
// Python environment that `pnpm run test:dagster` makes. Repeat with: pnpm run bench -- dagster
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { DagsterOrchestratorPlugin } from "floe-dagster-orchestrator";
import { print } from "./harness/compare.mjs";
import { save, spread } from "./measure.mjs";

const ROUNDS = 5;
const SIZES = [50, 500, 5_000];
const python = fileURLToPath(new URL("../../.venv/bin/python", import.meta.url));
if (!existsSync(python)) throw new Error("there is no .venv in the checkout: pnpm run test:dagster makes it");
const root = mkdtempSync(path.join(tmpdir(), "floe-bench-"));
process.on("exit", () => rmSync(root, { recursive: true }));

/** Transforms in layers of ten, each of which reads three of the layer before. @param {number} count */
function productOf(count) {
  const transforms = Array.from({ length: count }, (_, index) => {
    const layer = Math.floor(index / 10);
    const dependsOn = layer === 0 ? [] : [0, 1, 2].map((offset) => `t${(layer - 1) * 10 + ((index + offset) % 10)}`).sort();
    const sql = dependsOn.length === 0 ? "SELECT 1 AS n" : `SELECT sum(n) AS n FROM (${dependsOn.map((name) => `SELECT n FROM ${name}`).join(" UNION ALL ")})`;
    return { name: `t${index}`, sql, materialization: "table", tags: ["daily"], dependsOn, meta: {}, compute: null };
  });
  return { version: "1.0", product: { name: "bench", root }, plugins: [], transforms, sources: [], hash: "0".repeat(64) };
}

const BY_HAND = `
import dagster as dg
def make(name, deps):
    @dg.asset(name=name, deps=deps)
    def asset() -> None: ...
    return asset
import json, pathlib
rows = json.loads((pathlib.Path(__file__).parent / "rows.json").read_text())
assets = [make(row["name"], row["deps"]) for row in rows]
defs = dg.Definitions(assets=assets, jobs=[dg.define_asset_job("bench_job", selection=dg.AssetSelection.all())])
`;

/** Imports a file and has Dagster resolve what it defines. Prints milliseconds and the number of assets. */
const LOAD = `
import sys, time, importlib.util
import dagster
file = sys.argv[1]
began = time.perf_counter()
spec = importlib.util.spec_from_file_location("definitions", file)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
repository = module.defs.get_repository_def()
print((time.perf_counter() - began) * 1000, len(repository.asset_graph.get_all_asset_keys()))
`;

/** @param {string} file @param {number} expected */
function load(file, expected) {
  const printed = execFileSync(python, ["-c", LOAD, file], { encoding: "utf8", env: { PATH: process.env["PATH"], DAGSTER_DISABLE_TELEMETRY: "yes" } });
  const [ms, assets] = printed.trim().split(" ").map(Number);
  if (assets !== expected) throw new Error(`${file} has ${assets} assets, not ${expected}`);
  return ms;
}

const plugin = new DagsterOrchestratorPlugin();
plugin.configure(plugin.getConfigSchema().parse({}));
const loading = [];
const writing = [];
for (const count of SIZES) {
  const artifacts = productOf(count);
  const byHand = path.join(root, `by-hand-${count}.py`);
  writeFileSync(byHand, BY_HAND);
  writeFileSync(path.join(root, "rows.json"), JSON.stringify(artifacts.transforms.map(({ name, dependsOn }) => ({ name, deps: dependsOn }))));
  const [writeMs, againMs, loadMs, handMs] = [[], [], [], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const outputDir = path.join(root, `${count}-${round}`);
    const began = performance.now();
    const file = await plugin.generateEntryPointCode({ artifacts, outputDir });
    const written = performance.now();
    await plugin.generateEntryPointCode({ artifacts, outputDir });
    const again = performance.now();
    const ours = load(file, count);
    const theirs = load(byHand, count);
    if (round === 0) continue; // warm-up
    writeMs.push(written - began);
    againMs.push(again - written);
    loadMs.push(ours);
    handMs.push(theirs);
  }
  const theCase = `${count.toLocaleString("en")} transforms`;
  loading.push({
    case: theCase,
    ms: { "floe's code location": spread(loadMs), "assets in a loop by hand": spread(handMs) },
    ratio: spread(loadMs.map((ours, round) => ours / (handMs[round] ?? Number.NaN))),
  });
  writing.push({ case: theCase, ms: { write: spread(writeMs), "write again, nothing changed": spread(againMs) } });
}

const tables = [
  {
    title: "Dagster loads a product",
    contenders: ["floe's code location", "assets in a loop by hand"],
    baseline: "assets in a loop by hand",
    rounds: ROUNDS,
    rows: loading,
  },
  { title: "floe writes a product's code location", contenders: ["write", "write again, nothing changed"], rounds: ROUNDS, rows: writing },
];
for (const table of tables) print(table);
const dagster = execFileSync(python, ["-c", "import dagster; print(dagster.__version__)"], { encoding: "utf8" }).trim();
save("dagster", { versions: { Dagster: dagster }, tables });
