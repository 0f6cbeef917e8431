// What takes too long for every change: many more runs of the randomised tests, the mutants of floe-core, and the
// whole suite on the newest Node. Each part is a process of its own; the exit code is 1 if any failed. Run with: pnpm run test:long
import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** @type {{ title: string, command: string[], env?: Record<string, string> }[]} */
const parts = [
  {
    title: "20,000 command sequences against the reference model, 20,000 in overlap",
    command: ["pnpm", "exec", "vitest", "run", "--project", "integration", "tests/registry/model.test.ts", "tests/registry/overlap.test.ts"],
    env: { FLOE_MODEL_RUNS: "20000", FLOE_OVERLAP_RUNS: "20000", FLOE_SUITE: "long-model" },
  },
  {
    title: "the mutants of resolution, version, discovery and lifecycle",
    command: ["node", "scripts/mutation/index.mjs"],
  },
  {
    title: "the suite on the newest Node",
    command: ["npx", "--yes", "-p", "node@latest", "-p", "pnpm@12.21.0", "pnpm", "exec", "vitest", "run"],
    env: { FLOE_SUITE: "newest-node" },
  },
];

const failed = [];
for (const { title, command, env } of parts) {
  console.log(`\n== ${title}`);
  const [program = "", ...args] = command;
  const { status } = spawnSync(program, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  if (status !== 0) failed.push(title);
}
console.log(failed.length === 0 ? "\nall parts passed" : `\nfailed: ${failed.join("; ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
