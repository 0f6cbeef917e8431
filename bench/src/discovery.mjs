// What finding plugins costs: beside the least code that could find them, oclif's plugin loader, and Python's entry points.
// Repeat with: pnpm run bench -- discovery
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { canDropAll } from "./discovery-cold.mjs";
import { compareProcesses, PYTHON } from "./discovery-processes.mjs";
import { makeSitePackages, makeTree } from "./discovery-trees.mjs";
import { compare } from "./harness/compare.mjs";
import { save, versionsOf } from "./measure.mjs";

const SIZES = [
  { direct: 100, installed: 1_000 },
  { direct: 1_000, installed: 10_000 },
];
/** In an application that depends on its plugins by a pattern of names, oclif need not be told which. */
const TOLD = "oclif, told which";
const module = new URL("discovery-contenders.mjs", import.meta.url).href;

const place = mkdtempSync(path.join(tmpdir(), "floe-bench-discovery-"));
try {
  const cases = SIZES.flatMap((size) => {
    const tree = makeTree(path.join(place, `${size.installed}`), size);
    return /** @type {const} */ (["reachable", "installed"]).map((scope) => {
      const sitePackages = path.join(place, `python-${scope}-${size.installed}`);
      makeSitePackages(sitePackages, size.installed, size[scope === "reachable" ? "direct" : "installed"]);
      const value = { folder: tree.folder, scope, sitePackages };
      return scope === "reachable"
        ? { name: `${size.direct} direct of ${size.installed}`, value, answer: tree.direct, without: [TOLD] }
        : { name: `${size.installed} installed`, value, answer: tree.installed, without: size.installed > 1_000 ? ["oclif"] : [] }; // takes 19 s
    });
  });
  const cold = cases.map((one) => ({ ...one, value: { ...one.value, cold: true } }));
  const target = 1.25;
  const tables = [
    await compare({ title: "Discovery, repeated", module, contenders: ["floe", "least code"], baseline: "least code", target, mode: "warm", cases, rounds: 5 }),
    await compareProcesses({ title: "Discovery, first call", commands: commands("harness/contend.mjs", [module], ["first"]), target, clock: "inside", cases, rounds: 5 }),
    await compareProcesses({ title: "Discovery, whole process", commands: commands("discovery-alone.mjs"), clock: "outside", cases, rounds: 3 }),
    await compare({
      title: `Discovery, first call, ${canDropAll ? "nothing of the disk" : "no file's contents"} in memory`,
      module,
      contenders: ["floe", "least code, asynchronous", "least code"],
      baseline: "least code, asynchronous",
      target,
      mode: "first",
      cases: cold,
      rounds: 3,
    }),
  ];
  save("discovery", { versions: { ...versionsOf(["@oclif/core"]), Python: execFileSync("python3", ["--version"], { encoding: "utf8" }).trim().replace("Python ", "") }, tables });
} finally {
  rmSync(place, { recursive: true });
}

/** How each contender is started, to print its answer. @param {string} script @param {string[]} before @param {string[]} after */
function commands(script, before = [], after = []) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const node = (/** @type {string} */ contender) => (/** @type {unknown} */ value) => [process.execPath, file, ...before, contender, ...after, JSON.stringify(value)];
  return {
    floe: node("floe"),
    "least code": node("least code"),
    oclif: node("oclif"),
    [TOLD]: node(TOLD),
    "importlib.metadata": (/** @type {{ sitePackages: string }} */ { sitePackages }) => ["python3", "-c", PYTHON, sitePackages],
  };
}
