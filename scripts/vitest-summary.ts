import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Reporter, SerializedError, TestModule, TestRunEndReason } from "vitest/node";

/** What a test run leaves in .reports/ for .ci/run. */
interface Report {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly skippedTests: readonly SkippedTest[];
}

interface SkippedTest {
  readonly name: string;
  readonly reason: string;
}

/**
 * Ends a run with "N passed, N failed, N skipped" alone on its line, and writes the same figures to
 * `.reports/<name>.json`; the name is FLOE_SUITE, by default "vitest".
 *
 * With CI=true a skipped test counts as failed: there, everything a test asks for has to be present. One
 * exception is a test that reads files from beside the checkout and says so: `ctx.skip("needs ../shared: <what>")`;
 * the other is a clause of a contract suite that does not concern the plugin, or that the plugin declares to skip.
 */
export default class VitestSummary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[], _reason: TestRunEndReason): void {
    const report = countOnCi(summarise(modules, errors), process.env["CI"] === "true");
    const folder = path.resolve(".reports");
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${process.env["FLOE_SUITE"] ?? "vitest"}.json`), `${JSON.stringify(report, null, 2)}\n`);
    for (const { name, reason } of report.skippedTests) process.stdout.write(`skipped: ${name}: ${reason}\n`);
    process.stdout.write(`\n${report.passed} passed, ${report.failed} failed, ${report.skipped} skipped\n`);
    if (report.failed > 0) process.exitCode = 1;
  }
}

/** How the reasons of such tests begin. */
const EXCUSES = ["needs ../shared", "skipped: "] as const;

function summarise(modules: readonly TestModule[], errors: readonly SerializedError[]): Report {
  let passed = 0;
  let failed = errors.length;
  const skippedTests: SkippedTest[] = [];
  for (const module of modules) {
    const before = failed;
    for (const test of module.children.allTests()) {
      const result = test.result();
      if (result.state === "passed") passed += 1;
      else if (result.state === "failed") failed += 1;
      else skippedTests.push({ name: test.fullName, reason: (result.state === "skipped" ? result.note : undefined) ?? "no reason given" });
    }
    // A file that broke before any of its tests ran has none that failed.
    if (module.state() === "failed" && failed === before) failed += 1;
  }
  return { passed, failed, skipped: skippedTests.length, skippedTests };
}

function countOnCi(report: Report, ci: boolean): Report {
  if (!ci) return report;
  const excused = report.skippedTests.filter(({ reason }) => EXCUSES.some((excuse) => reason.startsWith(excuse)));
  return { ...report, failed: report.failed + report.skipped - excused.length, skipped: excused.length };
}
