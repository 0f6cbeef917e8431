import { compareTurns, lastLine } from "./harness/compare.mjs";

/** @typedef {{ scope: string, folder: string, sitePackages: string }} Value */

/**
 * Has whole processes take turns, of which each prints `{ "answer", "ms" }` in its last line: what it took by its own clock.
 *
 * @param {object} comparison
 * @param {string} comparison.title
 * @param {Record<string, (value: Value) => string[]>} comparison.commands the first is floe, the second the baseline
 * @param {number} [comparison.target]
 * @param {"inside" | "outside"} comparison.clock whether the call counts, by the process's own clock, or all from spawning to exit
 * @param {{ name: string, value: Value, answer: string[], without?: string[] }[]} comparison.cases
 */
export function compareProcesses({ commands, clock, ...cases }) {
  const contenders = Object.keys(commands);
  return compareTurns({ ...cases, contenders, baseline: contenders[1] ?? "" }, (contender, value) => {
    const [program = "", ...args] = commands[contender]?.(value) ?? [];
    const began = performance.now();
    const turn = lastLine(program, args);
    return clock === "inside" ? turn : { ...turn, ms: performance.now() - began };
  });
}

/** Finds the entry points of the one folder of packages that it is given. */
export const PYTHON = `
import json, sys, time
from importlib.metadata import entry_points
sys.path[:] = sys.argv[1:2]
began = time.perf_counter()
found = sorted(entry.name for entry in entry_points(group="floe.computes"))
print(json.dumps({"ms": (time.perf_counter() - began) * 1000, "answer": found}))
`;
