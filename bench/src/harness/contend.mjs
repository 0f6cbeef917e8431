// One contender's turn in one round, in a process of its own: node contend.mjs <module> <contender> <mode> <case as JSON>
// Prints one line of JSON: how long it took in milliseconds, and what it answered.
import { measure } from "mitata";

/** @typedef {import("./compare.mjs").Contender} Contender */

const [, , moduleUrl = "", contender = "", mode = "", caseText = ""] = process.argv;
const { contenders } = /** @type {{ contenders: Record<string, Contender> }} */ (await import(moduleUrl));
const prepare = contenders[contender];
if (prepare === undefined) throw new Error(`${moduleUrl} has no contender "${contender}"`);
const run = await prepare(JSON.parse(caseText));

const { ms, answer } = mode === "warm" ? await warm() : await first();
console.log(JSON.stringify({ ms, answer }));
process.exit();

/** The very first call: nothing of it was compiled or cached before. */
async function first() {
  globalThis.gc?.();
  const began = performance.now();
  const answer = await run();
  return { ms: performance.now() - began, answer };
}

/** The median of many calls, once they are compiled. An answer is taken before and after: both must be the same. */
async function warm() {
  const answer = await run();
  const isSync = !(run() instanceof Promise);
  const stats = await measure(isSync ? () => run() : async () => await run(), { inner_gc: false, min_cpu_time: 300e6 });
  const after = await run();
  if (JSON.stringify(after) !== JSON.stringify(answer)) throw new Error(`${contender} answers differently each time`);
  return { ms: stats.p50 / 1e6, answer };
}
