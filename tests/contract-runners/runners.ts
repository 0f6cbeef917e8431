import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { execa } from "execa";
import type { ClauseOutcome } from "floe-testing";

/** How one test ended, and the reason if it was skipped with one. */
export interface Ending {
  readonly name: string;
  readonly state: string;
  readonly reason?: string;
}

interface Runner {
  /** Where a test file takes `describe`, `it` and the hooks from. */
  readonly functions: string;
  /** What it needs besides the test file, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly arguments: (file: string, report: string) => readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly read: (report: string) => readonly Ending[];
}

const require = createRequire(import.meta.url);
const beside = (manifest: string, file: string): string => path.join(path.dirname(manifest), file);

// Neither runner's own reporters tell in a form for programs why a test was skipped.
const VITEST_REPORTER = `import { writeFileSync } from "node:fs";
export default class {
  onTestRunEnd(modules) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const endings = tests.map((test) => ({ name: test.name, state: test.result().state, reason: test.result().note }));
    writeFileSync(process.env.REPORT, JSON.stringify(endings));
  }
}
`;
const NODE_REPORTER = `export default async function* (events) {
  const endings = [];
  for await (const { type, data } of events) {
    if ((type !== "test:pass" && type !== "test:fail") || data.details.type === "suite") continue;
    const ended = type === "test:pass" ? "passed" : "failed";
    endings.push({ name: data.name, state: data.skip === undefined ? ended : "skipped", reason: data.skip });
  }
  yield JSON.stringify(endings);
}
`;

/** The test runners that a contract suite is for, by name. */
export const RUNNERS = {
  vitest: {
    functions: "vitest",
    files: { "vitest.config.js": 'export default { test: { include: ["*.vitest.js"] } };\n', "vitest-reporter.js": VITEST_REPORTER },
    arguments: (file) => [beside(require.resolve("vitest/package.json"), "vitest.mjs"), "run", "--reporter=./vitest-reporter.js", file],
    read: (report) => JSON.parse(report) as readonly Ending[],
  },
  "node:test": {
    functions: "node:test",
    files: { "node-reporter.js": NODE_REPORTER },
    arguments: (file, report) => ["--test", "--test-reporter=./node-reporter.js", `--test-reporter-destination=${report}`, file],
    read: (report) => JSON.parse(report) as readonly Ending[],
  },
  jest: {
    functions: "@jest/globals",
    files: {
      "jest.config.json": JSON.stringify({ testEnvironment: "node", transform: {}, testMatch: ["**/*.jest.js"], cacheDirectory: ".jest" }),
    },
    arguments: (file, report) => [beside(require.resolve("jest/package.json"), "bin/jest.js"), "--no-watchman", "--json", `--outputFile=${report}`, file],
    env: { NODE_OPTIONS: "--experimental-vm-modules" },
    read: (report) => {
      const { testResults } = JSON.parse(report) as JestReport;
      return testResults.flatMap(({ assertionResults }) => assertionResults.map(({ title, status }) => ({ name: title, state: status })));
    },
  },
} as const satisfies Readonly<Record<string, Runner>>;

interface JestReport {
  readonly testResults: readonly { readonly assertionResults: readonly { readonly title: string; readonly status: string }[] }[];
}

const WITHOUT_RUNNER = `import { writeFileSync } from "node:fs";
import { runContract } from "floe-testing";
import { plugins } from "./plugins.js";

const reports = {};
for (const [name, options] of Object.entries(plugins)) reports[name] = (await runContract("floe.storage", options)).clauses;
writeFileSync(process.env.REPORT, JSON.stringify(reports));
`;

/** What the clauses come to for each plugin in `folder`, in a process with no test runner. */
export async function runWithoutRunner(folder: string): Promise<Readonly<Record<string, readonly ClauseOutcome[]>>> {
  const [script, report] = [path.join(folder, "without-runner.js"), path.join(folder, "without-runner.json")];
  await writeFile(script, WITHOUT_RUNNER);
  await execa(process.execPath, [script], { cwd: folder, env: { NODE_OPTIONS: "", REPORT: report }, stdin: "ignore", timeout: 60_000 });
  return JSON.parse(await readFile(report, "utf8")) as Readonly<Record<string, readonly ClauseOutcome[]>>;
}

/** Runs the contract suite of one of the plugins in `folder`, in a process of its own. */
export async function runSuite(
  folder: string,
  name: keyof typeof RUNNERS,
  plugin: string,
): Promise<{ readonly exitCode: number | undefined; readonly endings: readonly Ending[]; readonly output: string }> {
  const runner: Runner = RUNNERS[name];
  const short = name.replace(":", "-");
  const [file, report] = [`${plugin}.${short}.js`, path.join(folder, `${plugin}.${short}.json`)];
  const test = `import { afterEach, beforeEach, describe, it } from "${runner.functions}";
import { describeStorageContract } from "floe-testing";
import { plugins } from "./plugins.js";

describeStorageContract({ test: { describe, it, beforeEach, afterEach }, ...plugins.${plugin} });
`;
  for (const [at, text] of Object.entries({ ...runner.files, [file]: test })) await writeFile(path.join(folder, at), text);
  const env = { NODE_OPTIONS: "", NODE_TEST_CONTEXT: undefined, NO_COLOR: "1", REPORT: report, ...runner.env };
  const options = { cwd: folder, env, reject: false, all: true, stdin: "ignore", timeout: 60_000 } as const;
  const { exitCode, all } = await execa(process.execPath, runner.arguments(file, report), options);
  return { exitCode, endings: runner.read(await readFile(report, "utf8")), output: all };
}
