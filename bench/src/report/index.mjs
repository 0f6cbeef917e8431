// Fills docs/performance.md with the tables and pictures of bench/results. With --check it writes nothing and fails if
// the page is not what the results say. Run with: pnpm run bench:report
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fillPage } from "./page.mjs";

const docs = new URL("../../../docs/", import.meta.url);
const pageFile = new URL("performance.md", docs);
const pictureFolder = new URL("performance/", docs);
const resultFolder = new URL("../../results/", import.meta.url);

/** @type {Map<string, import("./page.mjs").Results>} */
const results = new Map();
for (const file of readdirSync(resultFolder).sort()) {
  results.set(file.replace(/\.json$/u, ""), JSON.parse(readFileSync(new URL(file, resultFolder), "utf8")));
}
const before = readFileSync(pageFile, "utf8");
const { page, pictures } = await fillPage(before, results);
mkdirSync(pictureFolder, { recursive: true });
const present = readdirSync(pictureFolder);
const gone = present.filter((file) => !pictures.has(file));
const stale = [...pictures].filter(([file, svg]) => !present.includes(file) || readFileSync(new URL(file, pictureFolder), "utf8") !== svg);

if (process.argv.includes("--check")) {
  const changed = [...(page === before ? [] : ["docs/performance.md"]), ...[...gone, ...stale.map(([file]) => file)].map((file) => `docs/performance/${file}`)];
  if (changed.length > 0) {
    console.error(`not what bench/results says: ${changed.join(", ")}\nRun \`pnpm run bench:report\`.`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(pageFile, page);
  for (const [file, svg] of stale) writeFileSync(new URL(file, pictureFolder), svg);
  for (const file of gone) rmSync(new URL(file, pictureFolder));
}
