// Changes the sources of floe-core in small ways and asks whether a unit test notices. Every area has to reach the
// least score by itself; the exit code is 1 if one does not. All areas take about an hour on two cores.
// Run with: node scripts/mutation/index.mjs [area...]
import { Stryker } from "@stryker-mutator/core";
import { root } from "../shared/workspace.mjs";
import { AREAS, LEAST_SCORE } from "./areas.mjs";
import { problemsIn, scoresOf, tableOf } from "./scores.mjs";

const asked = process.argv.slice(2);
const unknown = asked.filter((area) => !Object.hasOwn(AREAS, area));
if (unknown.length > 0) {
  console.error(`mutation: there is no area ${unknown.join(", ")}; there are ${Object.keys(AREAS).join(", ")}`);
  process.exit(2);
}
// Stryker reads, and writes its sandbox, below the folder that it is started from.
process.chdir(root);
const areas = Object.fromEntries(Object.entries(AREAS).filter(([area]) => asked.length === 0 || asked.includes(area)));
const mutants = await new Stryker({
  configFile: "scripts/mutation/stryker.config.mjs",
  mutate: Object.values(areas).map((folder) => `${folder}/**/*.ts`),
}).runMutationTest();
const scores = scoresOf(mutants, areas);
console.log(`\n${tableOf(scores)}\n`);
const problems = problemsIn(scores, LEAST_SCORE);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
