// How much memory a registry takes per plugin. Each figure comes from a fresh process that counts the heap in use before
// and after the registry was filled. Repeat with: pnpm run bench -- memory
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { print } from "./harness/compare.mjs";
import { toRow } from "./harness/to-row.mjs";
import { save } from "./measure.mjs";

const ROUNDS = 3;
const KIB = 1024;
const cases = [
  { name: "discovered, static source", count: 10_000, target: KIB },
  { name: "discovered, package scan", count: 10_000, target: KIB },
  { name: "active, registered", count: 1_000, target: 3 * KIB },
  { name: "active, discovered", count: 1_000, target: 3 * KIB },
];

/** @param {string} what @param {number} count @returns {number} */
function bytesEach(what, count) {
  const holders = fileURLToPath(new URL("memory-holders.mjs", import.meta.url));
  const printed = execFileSync(process.execPath, ["--expose-gc", holders, what, String(count)], { encoding: "utf8" });
  const { bytesEach: bytes, held } = JSON.parse(printed);
  if (held !== count) throw new Error(`${what}: ${held} plugins instead of ${count}`);
  return bytes;
}

const table = {
  title: "Heap per plugin",
  unit: "bytes",
  contenders: ["floe", "goal"],
  baseline: "goal",
  target: 1,
  rounds: ROUNDS,
  rows: cases.map(({ name, count, target }) => {
    const rounds = Array.from({ length: ROUNDS }, () => bytesEach(name, count));
    return toRow(`${count.toLocaleString("en")} ${name}`, { floe: rounds, goal: rounds.map(() => target) }, "goal");
  }),
};
print(table);
save("memory", { tables: [table] });
