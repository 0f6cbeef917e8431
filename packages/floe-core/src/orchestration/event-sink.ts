import type { Logger } from "../logger.ts";
import type { RunEvent, RunOptions } from "../plugin/run-result.ts";

/**
 * Hands events to each listener, in order and at once. Whatever one throws, or rejects with if it is asynchronous
 * after all, is logged and changes nothing: who watches a run must not be able to break it.
 */
export function eventSink(
  listeners: readonly RunOptions["onEvent"][],
  logger: Logger,
): (event: RunEvent) => void {
  const deliver = async (listener: (event: RunEvent) => unknown, event: RunEvent): Promise<void> => {
    try {
      await listener(event);
    } catch (error) {
      logger.warn("A listener of a run threw; the run goes on.", { event: event.type, runId: event.runId, error });
    }
  };
  const present = listeners.filter((listener) => listener !== undefined);
  return (event) => {
    for (const listener of present) void deliver(listener, event);
  };
}
