import type { StepResult } from "floe-core";
import type { ColorTheme } from "../output/color-theme.ts";
import { formatCount } from "./format-count.ts";
import { formatDuration } from "./format-duration.ts";
import { renderTable } from "./render-table.ts";

/** The steps of a run with how they ended, rows and times. */
export function renderSteps(steps: readonly StepResult[], theme: ColorTheme): string {
  return renderTable(
    [{ title: "STEP" }, { title: "STATUS" }, { title: "ROWS", align: "right" }, { title: "TIME", align: "right" }],
    steps.map((step) => [
      step.name,
      statusText(step, theme),
      step.rows === undefined ? "" : formatCount(step.rows),
      step.status === "skipped" ? "" : formatDuration(step.durationMs),
    ]),
    theme,
  );
}

/** Why steps failed; empty if none did. */
export function renderStepErrors(steps: readonly StepResult[], theme: ColorTheme): string {
  return steps
    .flatMap(({ name, error }) => {
      if (error === undefined) return [];
      const hint = error.hint === undefined || error.hint === "" ? "" : `\n  ${error.hint}`;
      return `${theme.red(name)}: ${error.message}${hint}`;
    })
    .join("\n");
}

function statusText({ status, skippedBecauseOf }: StepResult, theme: ColorTheme): string {
  const text = skippedBecauseOf === undefined ? status : `${status} (${skippedBecauseOf})`;
  const paint = { succeeded: theme.green, failed: theme.red, skipped: theme.yellow, cancelled: theme.yellow }[status];
  return paint(text);
}
