// Registering, resolving and starting no-op plugins, as the first thing a process does, beside the least code that could
// do it and what else starts plugins in order. Repeat with: pnpm run bench -- start
import { compare } from "./harness/compare.mjs";
import { save, versionsOf } from "./measure.mjs";

const rounds = Number(process.argv.find((argument) => argument.startsWith("--rounds="))?.slice("--rounds=".length) ?? 7);
const SIZES = [100, 1_000, 10_000];
const SHAPES = ["random", "chain", "fan-in", "ladder"];

/** Why a peer has no time in a cell: it takes about ten seconds or more, or its recursion is too deep for the stack. @type {[string, RegExp][]} */
const LEFT_OUT = [
  // It walks every path to a plugin's dependencies anew: there are 3 ** layers of them in a ladder.
  ["lumino", /^random 1000|^chain 10000$|^ladder/],
  // Quadratic where the order is far from a valid one: it goes over all that is left until nothing changes any more.
  ["architect", /^(chain|ladder) 10000$/],
  // Quadratic: it compares each task with all others.
  ["async.auto", / 10000$/],
];

const cases = SHAPES.flatMap((shape) =>
  SIZES.map((size) => {
    const name = `${shape} ${size}`;
    return { name, value: { shape, size }, answer: size, without: LEFT_OUT.filter(([, where]) => where.test(name)).map(([peer]) => peer) };
  }),
);

const table = await compare({
  title: "Register, resolve and start no-op plugins, first call",
  module: new URL("start-contenders.mjs", import.meta.url).href,
  contenders: ["floe", "Kahn", "avvio", "lumino", "architect", "p-graph", "async.auto"],
  baseline: "Kahn",
  target: 2,
  mode: "first",
  cases,
  rounds,
});

const growth = SHAPES.map((shape) => {
  const at = (/** @type {number} */ size) => table.rows.find((row) => row.case === `${shape} ${size}`)?.ms.floe?.median ?? Number.NaN;
  return { shape, exponent: Math.log10(at(10_000) / at(1_000)) };
});
console.log("\nhow floe's time grows from 1,000 to 10,000 plugins (1 is linear), reach 1.1\n");
for (const { shape, exponent } of growth) console.log(`${shape}: ${exponent.toFixed(2)}`);

const behind = table.rows.flatMap((row) =>
  Object.entries(row.againstPeers).flatMap(([peer, ratio]) => (ratio.median < 1 ? [] : [`${row.case}: ${peer}, ${ratio.median.toFixed(2)} times its time`])),
);
console.log(behind.length === 0 ? "\nfloe is ahead of every peer in every case" : `\nfloe is behind in\n${behind.join("\n")}`);

save("start", {
  versions: versionsOf(["avvio", "@lumino/coreutils", "architect", "p-graph", "async"]),
  tables: [table],
  growth,
});
