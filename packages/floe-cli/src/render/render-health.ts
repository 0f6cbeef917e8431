import type { HealthReport, HealthState } from "floe-core";
import type { ColorTheme } from "../output/color-theme.ts";
import { countOf, formatCount } from "./format-count.ts";
import { formatDuration } from "./format-duration.ts";
import { renderTable } from "./render-table.ts";

type PluginHealth = HealthReport["plugins"][number];

const ORDER: readonly HealthState[] = ["healthy", "degraded", "unhealthy"];

/** How each plugin is, how long it took to say so, and what is behind it. */
export function renderHealth(report: Pick<HealthReport, "plugins">, theme: ColorTheme): string {
  return renderTable(
    [{ title: "HEALTH" }, { title: "STATE" }, { title: "TIME", align: "right" }, { title: "" }],
    report.plugins.map((plugin) => [
      plugin.key,
      paintState(plugin.status.state, theme),
      formatDuration(plugin.durationMs),
      reasonText(plugin),
    ]),
    theme,
  );
}

/** How all of them are, in one line: `healthy: 2 plugins`. */
export function renderHealthSummary({ overall, plugins }: Pick<HealthReport, "overall" | "plugins">, theme: ColorTheme): string {
  const counts = ORDER.flatMap((state) => {
    const count = plugins.filter(({ status }) => status.state === state).length;
    return count === 0 ? [] : `${formatCount(count)} ${state}`;
  });
  const parts = counts.length > 1 ? ` (${counts.join(", ")})` : "";
  return `${paintState(overall, theme)}: ${countOf(plugins.length, "plugin")}${parts}`;
}

/** How one plugin is, in one line: its key, its state and what is behind it. */
export function renderPluginHealth(plugin: PluginHealth, theme: ColorTheme): string {
  const reason = reasonText(plugin);
  return `${plugin.key} ${paintState(plugin.status.state, theme)}${reason === "" ? "" : `: ${reason}`}`;
}

function reasonText({ status, rootCause }: PluginHealth): string {
  return [status.message, rootCause === undefined ? "" : `because of ${rootCause}`].filter(Boolean).join(", ");
}

function paintState(state: HealthState, theme: ColorTheme): string {
  const paint = { healthy: theme.green, degraded: theme.yellow, unhealthy: theme.red }[state];
  return paint(state);
}
