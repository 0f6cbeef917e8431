import type { HealthReport } from "floe-core";
import type { CliHost } from "../cli/cli-host.ts";
import { liveText } from "../output/live-text.ts";
import type { Output } from "../output/output.ts";
import { renderHealth, renderHealthSummary } from "../render/render-health.ts";
import type { HealthView } from "./health-view.ts";

/** For terminals: a table that is drawn anew in place, under the same title. */
export function liveHealthView(output: Output, host: CliHost, title: string): HealthView {
  const { theme } = output;
  const live = liveText(output, host);
  return {
    show: (health: HealthReport) => {
      const footer = `${renderHealthSummary(health, theme)} ${theme.dim(`at ${health.startedAt}; Ctrl-C ends`)}`;
      live.show(`${title}\n\n${renderHealth(health, theme)}\n\n${footer}`);
    },
    end: () => live.end(),
  };
}
