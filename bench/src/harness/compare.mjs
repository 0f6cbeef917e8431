import { execFileSync } from "node:child_process";
import { isDeepStrictEqual } from "node:util";
import { fileURLToPath } from "node:url";
import { spread } from "../measure.mjs";
import { markdownTable } from "../report/tables.mjs";

/**
 * Makes everything ready for one case and hands back what is measured. Its answer has to be plain JSON; whatever a
 * contender needs (graphs, files) is made here or by the bench, never in what is measured.
 *
 * @typedef {(theCase: any) => (() => unknown) | Promise<() => unknown>} Contender
 */

/**
 * One comparison: what is compared, on which cases.
 *
 * @typedef {object} Comparison
 * @property {string} title what is measured, in words
 * @property {string} module the URL of a module that exports `contenders: Record<string, Contender>`
 * @property {string[]} contenders their names, in the order of their turns; the first is floe
 * @property {string} baseline the contender that floe's ratio is taken to
 * @property {number} [target] what that ratio should be at most
 * @property {"first" | "warm"} mode `first`: the first call in a fresh process; `warm`: the median of many calls
 * @property {{ name: string, value: unknown, answer: unknown, without?: string[] }[]} cases every contender has to give `answer`, except
 *   those that a case leaves out
 * @property {number} [rounds] default 7
 * @property {string[]} [nodeOptions] what each process is started with. Default: `--expose-gc`
 */

const worker = fileURLToPath(new URL("contend.mjs", import.meta.url));

/**
 * Has the contenders take turns, each turn in a fresh process: A B C, A B C. Ratios are taken round by round, and the
 * first round, which warms the file system's caches, is not counted.
 *
 * @param {Comparison} comparison
 */
export function compare({ title, module, contenders, baseline, target, mode, cases, rounds = 7, nodeOptions = ["--expose-gc"] }) {
  const [ours = ""] = contenders;
  /** @type {import("../report/tables.mjs").Row[]} */
  const rows = [];
  for (const { name, value, answer: expected, without = [] } of cases) {
    const taking = contenders.filter((contender) => !without.includes(contender));
    /** @type {Map<string, number[]>} */
    const times = new Map(taking.map((contender) => [contender, []]));
    for (let round = 0; round <= rounds; round += 1) {
      for (const contender of taking) {
        const { ms, answer } = turn([...nodeOptions, worker, module, contender, mode, JSON.stringify(value)]);
        if (!isDeepStrictEqual(answer, expected)) {
          throw new Error(`${title}, ${name}: ${contender} answered ${JSON.stringify(answer)}, not ${JSON.stringify(expected)}`);
        }
        if (round > 0) times.get(contender)?.push(ms);
      }
    }
    const timesOf = (/** @type {string} */ contender) => times.get(contender) ?? [];
    const ratioTo = (/** @type {string} */ other) => spread(timesOf(ours).map((ms, round) => ms / (timesOf(other)[round] ?? Number.NaN)));
    rows.push({
      case: name,
      ms: Object.fromEntries(taking.map((contender) => [contender, spread(timesOf(contender))])),
      ratio: ratioTo(baseline),
      againstPeers: Object.fromEntries(
        taking.filter((contender) => contender !== ours && contender !== baseline).map((peer) => [peer, ratioTo(peer)]),
      ),
    });
  }
  const table = { title, mode, contenders, baseline, ...(target === undefined ? {} : { target }), rounds, rows };
  print(table);
  return table;
}

/** @param {string[]} args @returns {{ ms: number, answer: unknown }} */
function turn(args) {
  const printed = execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 26, stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(printed.trim().split("\n").at(-1) ?? "");
}

/** Prints a comparison for whoever watches. @param {import("../report/tables.mjs").Table} table */
export function print(table) {
  const { title, unit = "milliseconds", rounds, target } = table;
  const goal = target === undefined ? "" : `; goal: a ratio of at most ${target}`;
  console.log(`\n${title} (${unit}, medians of ${rounds} rounds${goal})\n\n${markdownTable(table)}`);
}
