import type { ServeEvent } from "./serve-event.ts";

/** Options of `Platform.serve`. */
export interface ServeOptions {
  /** Aborting it cancels a run that is going on and ends serving. Default: only `stop` ends it. */
  readonly signal?: AbortSignal | undefined;
  /** Called for every event, in order. What it throws is logged and changes nothing. */
  readonly onEvent?: ((event: ServeEvent) => void) | undefined;
}
