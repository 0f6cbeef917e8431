// Runs the benches, each in a process of its own, or those that are named: pnpm run bench -- flights --save
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What Node is started with, by bench. @type {Record<string, string[]>} */
const benches = { scale: ["--expose-gc"], flights: [], dagster: [] };

const args = process.argv.slice(2);
const named = args.filter((argument) => !argument.startsWith("-"));
for (const name of named.length > 0 ? named : Object.keys(benches)) {
  const options = benches[name];
  if (options === undefined) throw new Error(`no bench "${name}"; there are ${Object.keys(benches).join(", ")}`);
  const file = fileURLToPath(new URL(`${name}.mjs`, import.meta.url));
  const flags = args.filter((argument) => argument.startsWith("--") && argument !== "--");
  const { status } = spawnSync(process.execPath, [...options, file, ...flags], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
