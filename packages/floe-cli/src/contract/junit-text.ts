import type { ClauseOutcome, PackageContractReport } from "floe-testing";
import { create } from "xmlbuilder2";

/**
 * A report as JUnit XML, as CI systems read it: a suite for the package as a whole and one for each plugin, a case per
 * clause. What could not be tried is skipped.
 */
export function junitText({ package: { name }, durationMs, clauses, plugins }: PackageContractReport): string {
  const suites = [{ plugin: name, clauses }, ...plugins].map((one) => suiteOf(one.plugin, one.clauses));
  const root = {
    testsuites: { "@name": `floe contract ${name}`, ...countsOf([clauses, ...plugins.map((one) => one.clauses)].flat()), "@time": durationMs / 1000, testsuite: suites },
  };
  // There is no way to write a control character in XML 1.0, not even an escaped one.
  const options = { version: "1.0", encoding: "UTF-8", invalidCharReplacement: "\u{FFFD}" } as const;
  return `${create(options, root).end({ prettyPrint: true })}\n`;
}

function suiteOf(name: string, clauses: readonly ClauseOutcome[]): object {
  const time = clauses.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000;
  const testcase = clauses.map(({ clause, title, result, reason, durationMs }) => ({
    "@name": clause,
    "@classname": name,
    "@time": durationMs / 1000,
    ...(result === "broken" ? { failure: { "@message": reason, "@type": "broken", "#": `The plugin ${title}.` } } : {}),
    ...(result === "skipped" || result === "untried" ? { skipped: { "@message": `${result}: ${reason}` } } : {}),
  }));
  return { "@name": name, ...countsOf(clauses), "@time": time, testcase };
}

function countsOf(clauses: readonly ClauseOutcome[]): object {
  const count = (...results: readonly string[]): number => clauses.filter(({ result }) => results.includes(result)).length;
  return { "@tests": clauses.length, "@failures": count("broken"), "@errors": 0, "@skipped": count("skipped", "untried") };
}
