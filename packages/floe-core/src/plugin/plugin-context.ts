import type { Logger } from "../logger.ts";

/** What every lifecycle hook is given. */
export interface PluginContext {
  /** Aborted at the hook's time limit and when the caller gives up. Pass it on to whatever waits. */
  readonly signal: AbortSignal;
  /** The host's logger. Stdout belongs to the host: never print. */
  readonly logger: Logger;
}
