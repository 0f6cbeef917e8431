import type { RunEvent } from "floe-core";
import type { ColorTheme } from "../output/color-theme.ts";
import { countOf } from "./format-count.ts";
import { formatDuration } from "./format-duration.ts";

/** What happened to a step, as one line; undefined for what happened to the whole run. */
export function renderEvent(event: RunEvent, theme: ColorTheme): string | undefined {
  switch (event.type) {
    case "step-started":
      return `${event.step} ${theme.dim("started")}`;
    case "step-finished": {
      const rows = event.rows === undefined ? "" : ` ${countOf(event.rows, "row")},`;
      return `${event.step} ${theme.green("finished")}:${rows} ${formatDuration(event.durationMs)}`;
    }
    case "step-failed":
      return `${event.step} ${theme.red("failed")}: ${event.error.message}`;
    case "step-skipped":
    case "step-cancelled": {
      const why = event.becauseOf === undefined ? "" : ` because of ${event.becauseOf}`;
      return `${event.step} ${theme.yellow(event.type === "step-skipped" ? "skipped" : "cancelled")}${why}`;
    }
    case "run-started":
    case "run-finished":
      return undefined;
  }
}
