/**
 * @typedef {{ median: number, min: number, max: number }} Spread
 * @typedef {{ case: string, ms: Record<string, Spread>, ratio?: Spread, againstPeers?: Record<string, Spread> }} Row
 * @typedef {object} Table what `compare` of the harness answers
 * @property {string} title
 * @property {string} [unit] of the figures. Default: milliseconds
 * @property {string[]} contenders
 * @property {string} [baseline] whom the ratio is taken to
 * @property {number} [target] what the ratio should be at most
 * @property {number} rounds
 * @property {Row[]} rows
 */

/** Three digits are more than a shared machine gives. @param {number} value */
export function figure(value) {
  if (value !== 0 && Math.abs(value) < 0.001) return value.toExponential(1);
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en");
  return String(Number(value.toPrecision(3)));
}

/** @param {Spread} spread */
function ratioText({ median, min, max }) {
  return `${median.toFixed(2)} (${min.toFixed(2)} to ${max.toFixed(2)})`;
}

/** A comparison as a Markdown table: a median per contender, and floe's ratio to the baseline. @param {Table} table */
export function markdownTable({ contenders, baseline, rows }) {
  const head = ["", ...contenders, ...(baseline === undefined ? [] : [`ratio to ${baseline}`])];
  const lines = rows.map((row) => [
    row.case,
    ...contenders.map((contender) => cell(row.ms[contender])),
    ...(baseline === undefined ? [] : [row.ratio === undefined ? "–" : ratioText(row.ratio)]),
  ]);
  return markdown(head, lines);
}

/** What was to be reached, and the worst case of each comparison that has a goal. @param {Table[]} tables */
export function summaryTable(tables) {
  const lines = tables.flatMap(({ title, baseline = "", target, rows }) => {
    const worst = worstRow(rows);
    if (target === undefined || worst?.ratio === undefined) return [];
    const reached = worst.ratio.median <= target ? "yes" : "no";
    return [[title, baseline, `≤ ${target}`, `${ratioText(worst.ratio)}, ${worst.case}`, reached]];
  });
  return markdown(["what", "against", "goal", "worst case: median (min to max)", "reached"], lines);
}

/** How floe does against each peer where it does worst, as one line; undefined without peers. @param {Table} table */
export function peerLine({ contenders: [floe = ""], rows }) {
  const peers = new Set(rows.flatMap(({ againstPeers = {} }) => Object.keys(againstPeers)));
  if (peers.size === 0) return undefined;
  const worst = [...peers].map((peer) => {
    const against = rows.flatMap(({ case: theCase, againstPeers = {} }) => {
      const ratio = againstPeers[peer];
      return ratio === undefined ? [] : [{ case: theCase, ms: {}, ratio }];
    });
    const row = worstRow(against);
    return row?.ratio === undefined ? peer : `${peer} ${row.ratio.median.toFixed(2)} (${row.case})`;
  });
  return `Ratio of ${floe} to each of the others, in the case where it is largest: ${worst.join(", ")}.`;
}

/** The case whose median ratio is largest. @param {Row[]} rows */
function worstRow(rows) {
  return rows.reduce((/** @type {Row | undefined} */ worst, row) => ((row.ratio?.median ?? 0) > (worst?.ratio?.median ?? 0) ? row : worst), undefined);
}

/** @param {Spread | undefined} spread */
function cell(spread) {
  return spread === undefined ? "–" : figure(spread.median);
}

/** @param {string[]} head @param {string[][]} lines */
function markdown(head, lines) {
  const escape = (/** @type {string} */ text) => text.replaceAll("|", "\\|");
  return [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.map(escape).join(" | ")} |`).join("\n");
}
