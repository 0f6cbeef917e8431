import type { RunResult, StepStatus } from "floe-core";
import type { ColorTheme } from "../output/color-theme.ts";
import { countOf, formatCount } from "./format-count.ts";
import { formatDuration } from "./format-duration.ts";

const ORDER: readonly StepStatus[] = ["succeeded", "failed", "skipped", "cancelled"];

/** The run in one line: how it ended, how many steps ended how, how many rows, how long. */
export function renderRunSummary({ status, steps }: RunResult, totalMs: number, theme: ColorTheme): string {
  const counts = ORDER.flatMap((one) => {
    const count = steps.filter((step) => step.status === one).length;
    return count === 0 ? [] : `${formatCount(count)} ${one}`;
  });
  const rows = steps.reduce((sum, step) => sum + (step.rows ?? 0), 0);
  const paint = { succeeded: theme.green, failed: theme.red, cancelled: theme.yellow }[status];
  const made = [countOf(steps.length, "step"), ...(counts.length > 1 ? [`(${counts.join(", ")})`] : [])].join(" ");
  return `${paint(`Run ${status}`)}: ${made}, ${countOf(rows, "row")}, ${formatDuration(totalMs)} in all`;
}
