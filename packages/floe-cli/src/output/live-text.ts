import { createLogUpdate } from "log-update";
import type { OutputStream } from "../cli/cli-host.ts";
import type { Output } from "./output.ts";

/** A text on a terminal that is replaced in place. */
export interface LiveText {
  show(text: string): void;
  /** Leaves the last text where it is. Safe twice. */
  end(): void;
}

/**
 * A text on standard output that is replaced in place, while other lines appear above it. For terminals only.
 */
export function liveText(output: Output, { stdout, stderr }: { stdout: OutputStream; stderr: OutputStream }): LiveText {
  // Hiding the cursor would reach for the process's own streams.
  const draw = createLogUpdate(stdout, { showCursor: true });
  let shown = "";
  output.redirect((line) => {
    draw.clear();
    stderr.write(`${line}\n`);
    draw(shown);
  });
  return {
    show: (text) => {
      shown = output.written(text);
      draw(shown);
    },
    end: () => {
      output.redirect(undefined);
      draw.done();
    },
  };
}
