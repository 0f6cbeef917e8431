import type { DiscoveryReport } from "floe-core";
import type { ColorTheme } from "../output/color-theme.ts";

/** What discovery did not accept, and what it could not decide; empty if there is nothing to say. */
export function renderDiscoveryNotes(report: Pick<DiscoveryReport, "skipped" | "conflicts">, theme: ColorTheme): string {
  const conflicts = report.conflicts.map(({ message, remedy }) => note("conflict", message, remedy, theme));
  const skipped = report.skipped.map(({ message, remedy }) => note("skipped", message, remedy, theme));
  return [...conflicts, ...skipped].join("\n");
}

function note(kind: string, message: string, remedy: string, theme: ColorTheme): string {
  return `${theme.yellow(kind)}: ${message}${remedy === "" ? "" : `\n  ${remedy}`}`;
}
