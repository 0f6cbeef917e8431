import type { StepResult } from "floe-core";
import type { ColorTheme } from "../output/color-theme.ts";
import { countOf } from "./format-count.ts";
import { formatDuration } from "./format-duration.ts";

/** One step in one line: its name, how it ended, its rows and its time. */
export function renderStepLine({ name, status, rows, durationMs }: StepResult, theme: ColorTheme): string {
  const paint = { succeeded: theme.green, failed: theme.red, skipped: theme.yellow, cancelled: theme.yellow }[status];
  const parts = [...(rows === undefined ? [] : [countOf(rows, "row")]), formatDuration(durationMs)];
  return `${name} ${paint(status)}: ${parts.join(", ")}`;
}
