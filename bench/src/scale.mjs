// How registering, resolving and starting grows with the number of plugins, beside the least code that could
// do it. Both run in turn in one process; what counts is the ratio of a round. Repeat with: pnpm run bench -- scale
import { floe, kahn, leastCode, prepareFloeResolve } from "./contenders.mjs";
import { graphs } from "./graphs.mjs";
import { median, save } from "./measure.mjs";

const ROUNDS = 7;
const SIZES = [1_000, 10_000];
const LADDER_60 = 120;

/** @param {() => unknown} run @param {number} expected */
async function time(run, expected) {
  globalThis.gc?.();
  const began = performance.now();
  const answer = await run();
  const took = performance.now() - began;
  if (answer !== expected) throw new Error(`wrong answer: expected ${expected}, got ${answer}`);
  return took;
}

/** @param {string} task @param {string} shape @param {number} size @param {() => unknown} a @param {() => unknown} b */
async function compare(task, shape, size, a, b) {
  const ours = [];
  const theirs = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const one = await time(a, size);
    const other = await time(b, size);
    if (round === 0) continue; // warm-up
    ours.push(one);
    theirs.push(other);
  }
  const ratios = ours.map((value, index) => value / theirs[index]);
  return {
    task,
    shape,
    plugins: size,
    floeMs: median(ours),
    leastMs: median(theirs),
    ratio: median(ratios),
    ratioMin: Math.min(...ratios),
    ratioMax: Math.max(...ratios),
  };
}

const results = [];
for (const [shape, make] of Object.entries(graphs)) {
  for (const size of shape === "ladder" ? [LADDER_60, ...SIZES] : SIZES) {
    const graph = make(size);
    const resolve = prepareFloeResolve(graph);
    results.push(await compare("start", shape, size, () => floe(graph), () => leastCode(graph)));
    results.push(await compare("resolve", shape, size, resolve, () => kahn(graph).length));
  }
}

const show = (/** @type {number} */ value) => value.toFixed(2);
console.log("task     shape    plugins   floe ms   least ms   ratio (min to max)");
for (const row of results) {
  const cells = [row.task.padEnd(8), row.shape.padEnd(8), String(row.plugins).padStart(7)];
  cells.push(show(row.floeMs).padStart(9), show(row.leastMs).padStart(10));
  console.log(`${cells.join(" ")}   ${show(row.ratio)} (${show(row.ratioMin)} to ${show(row.ratioMax)})`);
}
for (const [shape] of Object.entries(graphs)) {
  const at = (/** @type {number} */ size) => results.find((row) => row.task === "start" && row.shape === shape && row.plugins === size);
  const exponent = Math.log10((at(10_000)?.floeMs ?? 1) / (at(1_000)?.floeMs ?? 1));
  console.log(`growth of start, ${shape}: exponent ${show(exponent)} from 1,000 to 10,000 plugins`);
}

save("scale", { rounds: ROUNDS, results });
