import type { Logger, RunEvent, RunOptions } from "floe-core";

/**
 * Hands events to the caller's `onEvent`, in order and at once. Whatever it throws, or rejects with if it is
 * asynchronous after all, is logged and changes nothing: who watches a run must not be able to break it.
 */
export function eventSink(onEvent: RunOptions["onEvent"], logger: Logger): (event: RunEvent) => void {
  if (onEvent === undefined) return () => undefined;
  const listener: (event: RunEvent) => unknown = onEvent;
  const deliver = async (event: RunEvent): Promise<void> => {
    try {
      await listener(event);
    } catch (error) {
      logger.warn("The listener of a run threw; the run goes on.", { event: event.type, runId: event.runId, error });
    }
  };
  return (event) => void deliver(event);
}
