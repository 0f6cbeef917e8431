// Resolution alone, beside the least code that could put plugins in order and beside libraries that do. Repeat with:
// pnpm run bench -- resolution
import { compare } from "./harness/compare.mjs";
import { save, versionsOf } from "./measure.mjs";

const module = new URL("resolution-contenders.mjs", import.meta.url).href;
const shapes = ["random", "chain", "fan-in", "fan-out", "ladder"];
/** The packages they come in, by contender. */
const peers = {
  toposort: "toposort",
  "graphology-dag": "graphology-dag",
  graphlib: "@dagrejs/graphlib",
  "dependency-graph": "dependency-graph",
  "@hapi/topo": "@hapi/topo",
};

/** @param {number} size @param {{ bare?: boolean, without?: Record<string, string[]> }} options `bare`: needs are names, not keys */
const casesOf = (size, { bare = false, without = {} } = {}) =>
  (bare ? ["random"] : shapes).map((shape) => ({
    name: `${shape}, ${bare ? "bare names, " : ""}${size.toLocaleString("en")}`,
    value: { shape, size, ...(bare ? { bare } : {}) },
    answer: size,
    without: without[shape] ?? [],
  }));
const upTo10_000 = [1_000, 10_000].flatMap((size) => [...casesOf(size), ...casesOf(size, { bare: true })]);
// They overflow the call stack where it is deep.
const tooDeep = { chain: ["toposort", "graphlib"] };

const beside = { module, contenders: ["floe", "Kahn"], baseline: "Kahn", target: 1.3 };
const besideLibraries = { module, mode: /** @type {const} */ ("first"), contenders: ["floe", "Kahn", ...Object.keys(peers)], baseline: "Kahn" };
// Large graphs take long to make ready, and some libraries long to order: fewer rounds.
const tables = [
  await compare({ ...beside, title: "Resolution, first call", mode: "first", cases: upTo10_000 }),
  await compare({ ...beside, title: "Resolution of 100,000, first call", mode: "first", cases: casesOf(100_000), rounds: 3 }),
  await compare({ ...beside, title: "Resolution, many calls", mode: "warm", cases: upTo10_000, rounds: 3 }),
  await compare({ ...besideLibraries, title: "Resolution of 1,000 beside libraries, first call", cases: casesOf(1_000), rounds: 3 }),
  await compare({ ...besideLibraries, title: "Resolution of 10,000 beside libraries, first call", cases: casesOf(10_000, { without: tooDeep }), rounds: 2 }),
];
save("resolution", { versions: versionsOf(["floe-core", ...Object.values(peers)]), tables });
