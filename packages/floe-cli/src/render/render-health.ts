import type { HealthReport, HealthState } from "floe-core";
import type { ColorTheme } from "../output/color-theme.ts";
import { formatDuration } from "./format-duration.ts";
import { renderTable } from "./render-table.ts";

/** How each plugin is, how long it took to say so, and what is behind it. */
export function renderHealth(report: Pick<HealthReport, "plugins">, theme: ColorTheme): string {
  return renderTable(
    [{ title: "HEALTH" }, { title: "STATE" }, { title: "TIME", align: "right" }, { title: "" }],
    report.plugins.map(({ key, status, durationMs, rootCause }) => [
      key,
      paintState(status.state, theme),
      formatDuration(durationMs),
      [status.message, rootCause === undefined ? "" : `because of ${rootCause}`].filter(Boolean).join(", "),
    ]),
    theme,
  );
}

function paintState(state: HealthState, theme: ColorTheme): string {
  const paint = { healthy: theme.green, degraded: theme.yellow, unhealthy: theme.red }[state];
  return paint(state);
}
