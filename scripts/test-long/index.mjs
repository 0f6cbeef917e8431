// What takes too long for every change: many more runs of the randomised tests, the mutants of floe-core, and the
// whole suite on the newest Node. Each part is a process of its own; the exit code is 1 if any failed.
// Run with: pnpm run test:long, or some parts alone: pnpm run test:long -- fuzz soak
import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const integration = ["pnpm", "exec", "vitest", "run", "--project", "integration"];

/** Other inputs every time; said, so that a failure can be repeated. */
const seed = process.env["FLOE_FUZZ_SEED"] ?? String(Math.floor(Math.random() * 1_000_000_000));

/** @type {Record<string, { title: string, command: string[], env?: Record<string, string> }>} */
const parts = {
  overlap: {
    title: "100,000 command sequences in random overlap, with faults",
    command: [...integration, "tests/registry/overlap.test.ts"],
    env: { FLOE_OVERLAP_RUNS: "100000", FLOE_SUITE: "long-overlap" },
  },
  model: {
    title: "100,000 command sequences against the reference model",
    command: [...integration, "tests/registry/model.test.ts"],
    env: { FLOE_MODEL_RUNS: "100000", FLOE_SUITE: "long-model" },
  },
  faults: {
    title: "every fault, and every two at once",
    command: [...integration, "tests/registry/faults.test.ts", "tests/registry/process.test.ts"],
    env: { FLOE_SUITE: "long-faults" },
  },
  fuzz: {
    title: `1,000,000 inputs of package.json files, sources, versions, configurations and platform files, FLOE_FUZZ_SEED=${seed}`,
    command: [...integration, "tests/fuzz"],
    env: { FLOE_FUZZ_RUNS: "1000000", FLOE_FUZZ_SEED: seed, FLOE_SUITE: "long-fuzz" },
  },
  soak: {
    title: "1,000,000 lookups and 10,000 cycles of starting and stopping",
    command: [...integration, "tests/soak"],
    env: { FLOE_SOAK_LOOKUPS: "1000000", FLOE_SOAK_CYCLES: "10000", FLOE_SUITE: "long-soak" },
  },
  mutation: {
    title: "the mutants of resolution, version, discovery and lifecycle",
    command: ["node", "scripts/mutation/index.mjs"],
  },
  node: {
    title: "the suite on the newest Node",
    command: ["npx", "--yes", "-p", "node@latest", "-p", "pnpm@12.21.0", "pnpm", "exec", "vitest", "run"],
    env: { FLOE_SUITE: "newest-node" },
  },
};

const asked = process.argv.slice(2).filter((argument) => argument !== "--");
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`);
  process.exit(2);
}

/** @type {string[]} */
const results = [];
for (const [name, { title, command, env }] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n== ${name}: ${title}`);
  const [program = "", ...args] = command;
  const began = performance.now();
  const { status } = spawnSync(program, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  if (status !== 0) process.exitCode = 1;
  results.push(`${status === 0 ? "passed" : "FAILED"}  ${name}: ${title}, ${duration(performance.now() - began)}`);
}
console.log(`\n${results.join("\n")}`);

/** @param {number} ms */
function duration(ms) {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
