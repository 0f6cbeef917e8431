import type { CallOptions, LineageEvent } from "floe-core";

/** Takes events to where they are kept. */
export interface LineageTransport {
  /** Where that is, for people; without secrets. */
  readonly target: string;
  /**
   * Sends one event. Called for one event at a time, in order. Rejects if it could not be sent, after whatever
   * trying again it does by itself, and with the signal's reason once that is aborted.
   */
  send(event: LineageEvent, options?: CallOptions): Promise<void>;
}
