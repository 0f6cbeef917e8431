import type { RunEvent } from "floe-core";

/** Shows a run as it goes on. */
export interface RunProgress {
  event(event: RunEvent): void;
  /** Leaves nothing behind that redraws itself. Safe twice. */
  end(): void;
}
