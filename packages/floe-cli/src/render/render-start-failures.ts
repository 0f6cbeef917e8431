import type { ActivationReport } from "floe-core";
import type { ColorTheme } from "../output/color-theme.ts";

/**
 * Why plugins did not start, each with what to do about it; empty if all did. Those that were only blocked by
 * another are left out: they repeat its reason.
 */
export function renderStartFailures({ plugins }: Pick<ActivationReport, "plugins">, theme: ColorTheme): string {
  return plugins
    .flatMap(({ error, blockedBy }) => {
      if (error === undefined || blockedBy !== undefined) return [];
      return `${theme.red("error")}: ${error.message}${error.hint === "" ? "" : `\n  ${error.hint}`}`;
    })
    .join("\n");
}
