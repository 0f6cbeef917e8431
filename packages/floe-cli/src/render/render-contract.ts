import type { ClauseOutcome, ClauseResult, PackageContractReport } from "floe-testing";
import { clausesOf, type OwnedOutcome } from "../contract/clauses-of.ts";
import type { ColorTheme } from "../output/color-theme.ts";
import { countOf, formatCount } from "./format-count.ts";
import { formatDuration } from "./format-duration.ts";
import { renderTable } from "./render-table.ts";

const RESULTS = ["kept", "broken", "skipped", "untried"] as const satisfies readonly ClauseResult[];

/** How many clauses the package and each plugin keep, and every broken one with what was seen. */
export function renderContract(report: PackageContractReport, theme: ColorTheme): string {
  const broken = withResult(report, "broken").map(({ of, outcome: { clause, title, reason } }) => {
    return `${theme.red("broken")}: ${theme.bold(clause)} in ${of}\n  The plugin ${title}.\n  ${reason}`;
  });
  return [renderCounts(report, theme), ...(broken.length === 0 ? [] : [broken.join("\n")])].join("\n\n");
}

/** What was skipped, with the reasons, and what could not be tried; empty if there is none of either. */
export function renderContractDetails(report: PackageContractReport, theme: ColorTheme): string {
  const skipped = withResult(report, "skipped").map(
    ({ of, outcome: { clause, reason } }) => `${theme.yellow("skipped")}: ${clause} in ${of}: ${reason}`,
  );
  const untried = new Map<string, number>();
  for (const { of, outcome } of withResult(report, "untried")) {
    const because = `in ${of}: ${outcome.reason}`;
    untried.set(because, (untried.get(because) ?? 0) + 1);
  }
  const counts = [...untried].map(([because, count]) => `${theme.yellow("untried")}: ${countOf(count, "clause")} ${because}`);
  return [...skipped, ...counts].join("\n");
}

function renderCounts({ package: { name, version }, clauses, plugins, durationMs }: PackageContractReport, theme: ColorTheme): string {
  const spent = plugins.reduce((sum, plugin) => sum + plugin.durationMs, 0);
  const row = (label: string, of: readonly ClauseOutcome[], ms: number): readonly string[] => [
    label,
    ...RESULTS.map((result) => paint(result, of.filter((outcome) => outcome.result === result).length, theme)),
    formatDuration(Math.max(0, ms)),
  ];
  const numbers = RESULTS.map((result) => ({ title: result.toUpperCase(), align: "right" }) as const);
  return renderTable(
    [{ title: "CONTRACT" }, ...numbers, { title: "TIME", align: "right" }],
    [row(`${name} ${version}`, clauses, durationMs - spent), ...plugins.map((one) => row(one.plugin, one.clauses, one.durationMs))],
    theme,
  );
}

/** The whole in one line. */
export function renderContractSummary(report: PackageContractReport, theme: ColorTheme): string {
  const count = (result: ClauseResult): number => withResult(report, result).length;
  const verdict = report.ok ? theme.green("Contract kept") : theme.red("Contract broken");
  const parts = RESULTS.flatMap((result) => (count(result) === 0 ? [] : `${formatCount(count(result))} ${result}`));
  return `${verdict}: ${countOf(clausesOf(report).length, "clause")}, ${parts.join(", ")}, ${formatDuration(report.durationMs)} in all`;
}

function withResult(report: PackageContractReport, result: ClauseResult): readonly OwnedOutcome[] {
  return clausesOf(report).filter(({ outcome }) => outcome.result === result);
}

function paint(result: ClauseResult, count: number, theme: ColorTheme): string {
  const text = formatCount(count);
  if (count === 0 || result === "kept") return text;
  return result === "broken" ? theme.red(text) : theme.yellow(text);
}
