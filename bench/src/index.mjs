// Runs the benches, each in a process of its own, or those that are named: pnpm run bench -- flights --save
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const benches = ["discovery", "import", "start", "resolution", "critical-path", "lookups", "configure", "memory", "flights", "dagster"];

const args = process.argv.slice(2);
const named = args.filter((argument) => !argument.startsWith("-"));
const flags = args.filter((argument) => argument.startsWith("--") && argument !== "--");
const unknown = named.filter((name) => !benches.includes(name));
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(", ")}; there are ${benches.join(", ")}`);
  process.exit(2);
}
for (const name of named.length > 0 ? named : benches) {
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(`${name}.mjs`, import.meta.url)), ...flags], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
