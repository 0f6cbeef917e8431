import { execFileSync } from "node:child_process";
import { isDeepStrictEqual } from "node:util";
import { fileURLToPath } from "node:url";
import { markdownTable } from "../report/tables.mjs";
import { inTurn } from "./in-turn.mjs";
import { toRow } from "./to-row.mjs";

/**
 * Makes everything ready for one case and hands back what is measured. Its answer has to be plain JSON; whatever a
 * contender needs (graphs, files) is made here or by the bench, never in what is measured. A case is `any`: it comes
 * through JSON, and only the bench and its contenders know its form.
 *
 * @typedef {(theCase: any) => (() => unknown) | Promise<() => unknown>} Contender
 */

/** What one turn took in milliseconds, and what it answered. @typedef {{ ms: number, answer: unknown }} Turn */

/**
 * @typedef {object} Cases
 * @property {string} title what is measured, in words
 * @property {string[]} contenders their names, in the order of their turns; the first is floe
 * @property {string} baseline the contender that floe's ratio is taken to
 * @property {number} [target] what that ratio should be at most
 * @property {{ name: string, value: any, answer: unknown, without?: string[] }[]} cases every contender has to give `answer`, except
 *   those that a case leaves out
 * @property {number} [rounds] default 7
 */

const worker = fileURLToPath(new URL("contend.mjs", import.meta.url));

/**
 * Has contenders of one module take turns, each turn in a fresh process.
 *
 * @param {Cases & { module: string, mode: "first" | "warm", nodeOptions?: string[] }} comparison `module`: the URL of a module that exports
 *   `contenders: Record<string, Contender>`; `first`: the first call in its process; `warm`: the median of many calls;
 *   `nodeOptions`: what each process is started with, `--expose-gc` by default
 */
export function compare({ module, mode, nodeOptions = ["--expose-gc"], ...cases }) {
  return compareTurns(cases, (contender, value) =>
    lastLine(process.execPath, [...nodeOptions, worker, module, contender, mode, JSON.stringify(value)]),
  );
}

/**
 * Has whoever `take` asks take turns, A B C, A B C, and checks what each answers.
 *
 * @param {Cases} cases
 * @param {(contender: string, value: any) => Turn} take
 */
export async function compareTurns({ title, contenders, baseline, target, cases, rounds = 7 }, take) {
  const rows = [];
  for (const { name, value, answer: expected, without = [] } of cases) {
    const turn = (/** @type {string} */ contender) => () => {
      const { ms, answer } = take(contender, value);
      if (isDeepStrictEqual(answer, expected)) return ms;
      throw new Error(`${title}, ${name}: ${contender} answered ${JSON.stringify(answer)}, not ${JSON.stringify(expected)}`);
    };
    const taking = contenders.filter((contender) => !without.includes(contender));
    const measured = await inTurn(rounds, Object.fromEntries(taking.map((contender) => [contender, turn(contender)])));
    rows.push(toRow(name, measured, baseline));
  }
  const table = { title, contenders, baseline, ...(target === undefined ? {} : { target }), rounds, rows };
  print(table);
  return table;
}

/** Runs a process that prints a turn as its last line. @param {string} program @param {string[]} args @returns {Turn} */
export function lastLine(program, args) {
  const printed = execFileSync(program, args, { encoding: "utf8", maxBuffer: 2 ** 26, stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(printed.trim().split("\n").at(-1) ?? "");
}

/** Prints a comparison for whoever watches. @param {import("../report/tables.mjs").Table} table */
export function print(table) {
  const { title, unit = "milliseconds", rounds, target } = table;
  const goal = target === undefined ? "" : `; goal: a ratio of at most ${target}`;
  console.log(`\n${title} (${unit}, medians of ${rounds} rounds${goal})\n\n${markdownTable(table)}`);
}
