import cliProgress from "cli-progress";
import type { OutputStream } from "../cli/cli-host.ts";
import type { Output } from "../output/output.ts";
import { renderEvent } from "../render/render-event.ts";
import type { RunProgress } from "./run-progress.ts";

const BAR_SIZE = 24;
/** The bar, the counts and the time take about so many columns. */
const RESERVED = BAR_SIZE + 24;

/**
 * A bar for the whole run with the steps that are running, and above it a line for each that ended. For
 * terminals only.
 */
export function barProgress(output: Output, stream: OutputStream): RunProgress {
  const bars = new cliProgress.MultiBar(
    {
      stream,
      format: "{bar} {value}/{total} | {duration_formatted} | {running}",
      barsize: BAR_SIZE,
      hideCursor: true,
      clearOnComplete: true,
      // A bar that is complete before its last line is out would take that line with it.
      stopOnComplete: false,
      gracefulExit: false,
    },
    cliProgress.Presets.shades_classic,
  );
  let bar: cliProgress.SingleBar | undefined;
  const running = new Set<string>();
  const room = Math.max(10, (stream.columns ?? 80) - RESERVED);
  const redraw = (done: number): void => {
    bar?.increment(done, { running: shorten(output.written([...running].join(", ")), room) });
  };
  return {
    event: (event) => {
      if (event.type === "run-started" && bar === undefined) {
        bar = bars.create(event.steps.length, 0, { running: "" });
        output.redirect((text) => {
          bars.log(`${text}\n`);
        });
      }
      if (!("step" in event)) return;
      if (event.type === "step-started") {
        running.add(event.step);
        redraw(0);
        return;
      }
      running.delete(event.step);
      output.note(renderEvent(event, output.errorTheme) ?? "");
      redraw(1);
    },
    end: () => {
      if (bar === undefined) return;
      bar = undefined;
      // Lines are held back until the next drawing, and stopping draws nothing.
      bars.update();
      bars.stop();
      output.redirect(undefined);
    },
  };
}

function shorten(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, room - 1)}…`;
}
