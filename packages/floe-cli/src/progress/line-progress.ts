import type { Output } from "../output/output.ts";
import { renderEvent } from "../render/render-event.ts";
import type { RunProgress } from "./run-progress.ts";

/** One line per event, for logs and files. */
export function lineProgress(output: Output): RunProgress {
  return {
    event: (event) => {
      const line = renderEvent(event, output.errorTheme);
      if (line !== undefined) output.note(line);
    },
    end: () => {},
  };
}
