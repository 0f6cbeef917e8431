import { chart } from "./chart.mjs";
import { markdownTable, peerLine, summaryTable } from "./tables.mjs";

/**
 * What `save` wrote for one bench.
 *
 * @typedef {object} Results
 * @property {string} date
 * @property {{ cpu: string, cores: number, node: string }} machine
 * @property {Record<string, string>} [versions]
 * @property {import("./tables.mjs").Table[]} tables
 */

const SECTION = /(<!-- results (\S+) -->\n).*?(<!-- end -->)/gsu;

/**
 * The page with its tables and pictures made from the results, and the pictures by file name. What stands between
 * `<!-- results <bench> -->` and `<!-- end -->` is replaced; `summary` is all goals in one table.
 *
 * @param {string} page
 * @param {ReadonlyMap<string, Results>} results by bench
 * @throws Error for a section without results, and for results without a section.
 */
export async function fillPage(page, results) {
  /** @type {Map<string, string>} */
  const pictures = new Map();
  const sections = new Map([["summary", `${summaryTable([...results.values()].flatMap(({ tables }) => tables))}\n`]]);
  for (const [bench, { date, machine, versions = {}, tables }] of results) {
    const parts = [measuredOn(date, machine, versions)];
    for (const [index, table] of tables.entries()) {
      const file = `${bench}-${index + 1}.svg`;
      pictures.set(file, await chart(table));
      const peers = peerLine(table);
      parts.push(`**${table.title}**`, markdownTable(table), ...(peers === undefined ? [] : [peers]), `![${table.title}](performance/${file})`);
    }
    sections.set(bench, `${parts.join("\n\n")}\n`);
  }
  const asked = new Set();
  const filled = page.replace(SECTION, (_, begin, bench, end) => {
    const section = sections.get(bench);
    if (section === undefined) throw new Error(`no results for "${bench}"; there are ${[...sections.keys()].join(", ")}`);
    asked.add(bench);
    return `${begin}\n${section}\n${end}`;
  });
  const left = [...sections.keys()].filter((bench) => !asked.has(bench));
  if (left.length > 0) throw new Error(`the page has no section for ${left.join(", ")}`);
  return { page: filled, pictures };
}

/** @param {string} date @param {Results["machine"]} machine @param {Record<string, string>} versions */
function measuredOn(date, { cpu, cores, node }, versions) {
  const others = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `Measured ${date} on ${cores} cores (${cpu}), Node ${node}${others.map((other) => `, ${other}`).join("")}.`;
}
