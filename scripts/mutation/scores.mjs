/**
 * @typedef {{ fileName: string, status: string }} Mutant `fileName` is absolute, or relative to the root
 *
 * @typedef {{
 *   area: string,
 *   killed: number,
 *   timeout: number,
 *   survived: number,
 *   noCoverage: number,
 *   unjudged: number,
 *   total: number,
 *   score: number,
 * }} Score `unjudged` counts the mutants that broke the run instead of a test; they are on neither side.
 */

/**
 * Counts the mutants of each area, and of all together.
 *
 * @param {readonly Mutant[]} mutants
 * @param {Readonly<Record<string, string>>} areas a folder by area, relative to the root with slashes
 * @returns {Score[]}
 */
export function scoresOf(mutants, areas) {
  const rows = Object.entries(areas).map(([area, folder]) =>
    scoreOf(area, mutants.filter(({ fileName }) => `/${fileName.replaceAll("\\", "/")}`.includes(`/${folder}/`))),
  );
  return [...rows, scoreOf("all", mutants)];
}

/**
 * What is below the least score; an area without a mutant is, too.
 *
 * @param {readonly Score[]} scores
 * @param {number} least
 * @returns {string[]}
 */
export function problemsIn(scores, least) {
  return scores
    .filter(({ score }) => !(score >= least))
    .map(({ area, score }) => `${area}: ${score.toFixed(1)} % of the mutants were noticed; ${least} % are asked for`);
}

/**
 * The scores as a table in Markdown.
 *
 * @param {readonly Score[]} scores
 */
export function tableOf(scores) {
  return [
    "| area | killed | timeout | survived | no coverage | not judged | total | score |",
    "|---|---:|---:|---:|---:|---:|---:|---:|",
    ...scores.map(
      ({ area, killed, timeout, survived, noCoverage, unjudged, total, score }) =>
        `| ${area} | ${killed} | ${timeout} | ${survived} | ${noCoverage} | ${unjudged} | ${total} | ${score.toFixed(1)} % |`,
    ),
  ].join("\n");
}

/**
 * @param {string} area
 * @param {readonly Mutant[]} mutants
 * @returns {Score}
 */
function scoreOf(area, mutants) {
  /** @param {string} status */
  const count = (status) => mutants.filter((mutant) => mutant.status === status).length;
  const [killed, timeout, survived, noCoverage] = [count("Killed"), count("Timeout"), count("Survived"), count("NoCoverage")];
  const judged = killed + timeout + survived + noCoverage;
  return {
    area,
    killed,
    timeout,
    survived,
    noCoverage,
    unjudged: mutants.length - judged,
    total: mutants.length,
    score: judged === 0 ? 0 : (100 * (killed + timeout)) / judged,
  };
}
