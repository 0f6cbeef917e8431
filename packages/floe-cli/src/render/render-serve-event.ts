import type { ServeEvent } from "floe-platform";
import type { ColorTheme } from "../output/color-theme.ts";
import { countOf, formatCount } from "./format-count.ts";
import { renderEvent } from "./render-event.ts";
import { renderRunSummary } from "./render-run-summary.ts";
import type { ServeTime } from "./render-serve-time.ts";
import { renderStartFailures } from "./render-start-failures.ts";

type MissedEvent = Extract<ServeEvent, { type: "missed" }>;

/** What happened while serving, as a line that begins with when; undefined if there is nothing to say. */
export function renderServeEvent(event: ServeEvent, time: ServeTime, theme: ColorTheme): string | undefined {
  const text = textOf(event, time, theme);
  return text === undefined ? undefined : `${theme.dim(time(event.at))}  ${text}`;
}

function textOf(event: ServeEvent, time: ServeTime, theme: ColorTheme): string | undefined {
  switch (event.type) {
    case "ready": {
      const failures = renderStartFailures(event.startup, theme);
      return failures === "" ? "plugins started" : `plugins started, ${theme.yellow("without what is optional")}\n${failures}`;
    }
    case "scheduled":
      return `next run at ${theme.bold(time(event.next))}`;
    case "started":
      return "run started";
    case "progress":
      return renderEvent(event.event, theme);
    case "finished": {
      const { startedAt, finishedAt } = event.result;
      return renderRunSummary(event.result, Date.parse(finishedAt) - Date.parse(startedAt), theme);
    }
    case "failed": {
      const { message, hint = "" } = event.error;
      return `${theme.red("Run failed")}: ${message}${hint === "" ? "" : `\n  ${hint}`}`;
    }
    case "missed":
      return `${theme.yellow("missed")} ${missedRuns(event, time)}: ${missedBecause(event, time)}`;
  }
}

function missedRuns({ count, hasMore, first, last }: MissedEvent, time: ServeTime): string {
  if (hasMore) return `more than ${formatCount(count)} runs, due from ${time(first)} on`;
  return count === 1 ? `the run due at ${time(first)}` : `${countOf(count, "run")}, due from ${time(first)} to ${time(last)}`;
}

function missedBecause({ reason, since }: MissedEvent, time: ServeTime): string {
  const moment = since === undefined ? "" : time(since);
  switch (reason) {
    case "still-running":
      return `still running since ${moment}`;
    case "asleep":
      return "this machine slept, or the process was too busy";
    case "not-serving":
      return `nothing was served; the last run began at ${moment}`;
  }
}
