import { spread } from "../measure.mjs";

/**
 * What contenders measured in turn, as a row of a table: the spread of each, and of the first one's ratio to each other, round
 * by round.
 *
 * @param {string} theCase
 * @param {Record<string, number[]>} measured round by round; the first is floe
 * @param {string} baseline the contender that `ratio` is taken to
 * @returns {import("../report/tables.mjs").Row}
 */
export function toRow(theCase, measured, baseline) {
  const [[ours = "", own = []] = [], ...others] = Object.entries(measured);
  const ratios = Object.fromEntries(others.map(([other, theirs]) => [other, spread(own.map((value, round) => value / (theirs[round] ?? Number.NaN)))]));
  const { [baseline]: ratio, ...againstPeers } = ratios;
  if (ratio === undefined) throw new Error(`${theCase}: ${baseline} is not compared with ${ours}`);
  return { case: theCase, ms: Object.fromEntries(Object.entries(measured).map(([name, values]) => [name, spread(values)])), ratio, againstPeers };
}
