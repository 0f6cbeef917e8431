import type { HealthReport, HealthState } from "floe-core";
import type { Output } from "../output/output.ts";
import { renderHealthSummary, renderPluginHealth } from "../render/render-health.ts";
import type { HealthView } from "./health-view.ts";

/**
 * For logs and files: at first how all plugins are, then a line for each whose state changed, all with their
 * time. Plugins that are not healthy at first get their line at once.
 */
export function lineHealthView(output: Output, name: string): HealthView {
  const { theme } = output;
  let known: Map<string, HealthState> | undefined;
  const line = (at: string, text: string): void => output.result(`${theme.dim(at)} ${text}`);
  return {
    show: ({ startedAt, overall, plugins }: HealthReport) => {
      if (known === undefined) line(startedAt, `${name} ${renderHealthSummary({ overall, plugins }, theme)}`);
      for (const plugin of plugins) {
        if (plugin.status.state !== (known?.get(plugin.key) ?? "healthy")) line(startedAt, renderPluginHealth(plugin, theme));
      }
      known = new Map(plugins.map(({ key, status }) => [key, status.state]));
    },
    end: () => {},
  };
}
