// What 50 plugins in 5 layers, whose start takes its time, take longer than the longest path through them; limits, signals and
// reports are on. Repeat with: pnpm run bench -- critical-path
import { longestPath } from "./critical-path-contenders.mjs";
import { compare } from "./harness/compare.mjs";
import { save } from "./measure.mjs";

const LAYERS = 5;
const PER_LAYER = 10;
const NEEDS = 3;

/** Each needs three plugins of the layer before. @param {() => number} msOf how long one's start takes */
function layers(msOf) {
  return Array.from({ length: LAYERS * PER_LAYER }, (_, index) => {
    const layer = Math.floor(index / PER_LAYER);
    const needs = Array.from({ length: layer === 0 ? 0 : NEEDS }, (__, need) => {
      return nameOf((layer - 1) * PER_LAYER + ((index * 7 + need * 3) % PER_LAYER));
    });
    return { name: nameOf(index), needs, ms: msOf() };
  });
}

const nameOf = (/** @type {number} */ index) => `plugin-${index}`;

/** Numbers from 5 to 60, the same ones each time. @param {number} seed */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return 5 + (state % 56);
  };
}

/** Said of a case in which the process has started other plugins before. */
const AGAIN = ", code compiled";
/** @type {Record<string, import("./critical-path-contenders.mjs").Row[]>} */
const graphs = { "20 ms each": layers(() => 20), "5 to 60 ms each": layers(seeded(42)) };

const table = await compare({
  title: "Start-up of 50 plugins in 5 layers",
  module: new URL("critical-path-contenders.mjs", import.meta.url).href,
  contenders: ["floe", "a promise each", "critical path"],
  baseline: "critical path",
  target: 1.02,
  mode: "first",
  cases: Object.entries(graphs).flatMap(([name, rows]) => [
    { name, value: { rows, again: false }, answer: rows.length },
    { name: `${name}${AGAIN}`, value: { rows, again: true }, answer: rows.length },
  ]),
});

for (const { case: name, ms, againstPeers } of table.rows) {
  const path = longestPath(graphs[name.replace(AGAIN, "")] ?? []);
  const nominal = path.reduce((sum, row) => sum + row.ms, 0);
  const against = (/** @type {number | undefined} */ figure) => ((figure ?? Number.NaN) / nominal).toFixed(3);
  const shares = Object.entries(ms).map(([contender, { median }]) => `${contender} ${against(median)}`).join(", ");
  console.log(`${name}: of the ${nominal} ms by the book ${shares}; floe to a promise each ${againstPeers["a promise each"]?.median.toFixed(3)}`);
}

save("critical-path", { tables: [table] });
