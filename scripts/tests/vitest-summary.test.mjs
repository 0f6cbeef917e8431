import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "../shared/workspace.mjs";
import { workspaceWith } from "./support/workspace-with.mjs";

const head = 'import { expect, test } from "vitest";\n';
const passes = 'test("passes", () => { expect(1).toBe(1); });\n';
const skips = 'test("needs a file", (ctx) => { ctx.skip("needs ../shared: a file"); });\ntest("gives up", (ctx) => { ctx.skip(); });\n';
const skipsClause = 'test("a clause", (ctx) => { ctx.skip("skipped: it takes no configuration"); });\n';
const fails = 'test("fails", () => { expect(1).toBe(2); });\n';

/**
 * A run of its own, in a folder of its own.
 *
 * @param {Readonly<Record<string, string>>} files
 * @param {string} ci
 */
function run(files, ci) {
  const reporter = JSON.stringify(path.join(root, "scripts/vitest-summary.ts"));
  const folder = workspaceWith({ ...files, "vitest.config.mjs": `export default { test: { reporters: [${reporter}] } };` });
  const { status, stdout } = spawnSync(process.execPath, [path.join(root, "node_modules/vitest/vitest.mjs"), "run"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, CI: ci, FLOE_SUITE: "example", NO_COLOR: "1" },
  });
  /** @type {unknown} */
  const report = JSON.parse(readFileSync(path.join(folder, ".reports/example.json"), "utf8"));
  return { status, lastLine: stdout.trimEnd().split("\n").at(-1), report };
}

test("VitestSummary reports what was skipped, which fails nothing on a machine of one's own", { timeout: 60_000 }, () => {
  expect(run({ "a.test.mjs": head + passes + skips }, "")).toEqual({
    status: 0,
    lastLine: "1 passed, 0 failed, 2 skipped",
    report: {
      passed: 1,
      failed: 0,
      skipped: 2,
      skippedTests: [
        { name: "needs a file", reason: "needs ../shared: a file" },
        { name: "gives up", reason: "no reason given" },
      ],
    },
  });
});

test("VitestSummary counts on CI what failed, what broke and what was skipped without excuse", { timeout: 60_000 }, () => {
  const { status, lastLine } = run({ "a.test.mjs": head + passes + skips + skipsClause + fails, "b.test.mjs": 'throw new Error("broken");' }, "true");
  expect(lastLine).toBe("1 passed, 3 failed, 2 skipped");
  expect(status).toBe(1);
});
