import type { PendingStart } from "floe-platform";
import type { ColorTheme } from "../output/color-theme.ts";
import { formatDuration } from "./format-duration.ts";

/** Who is still starting, and what the others wait for; empty if nobody is. */
export function renderPendingStarts(pending: readonly PendingStart[], elapsedMs: number, theme: ColorTheme): string {
  const lines = pending.map(({ key, state, waitsFor }) =>
    state === "starting" ? `  ${key} is starting` : `  ${key} waits for ${waitsFor.join(", ")}`,
  );
  if (lines.length === 0) return "";
  return [`${theme.yellow("still starting")} after ${formatDuration(elapsedMs)}:`, ...lines].join("\n");
}
