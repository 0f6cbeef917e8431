import type { Clock } from "@sinonjs/fake-timers";

/**
 * Lets `AbortSignal.timeout` follow `clock`, which leaves it alone: its timer is Node's own. Returns what puts the
 * real one back.
 */
export function fakeAbortTimeout(clock: Pick<Clock, "setTimeout">): () => void {
  const real: unknown = Reflect.get(AbortSignal, "timeout");
  const setTimer = clock.setTimeout;
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    const reason = new DOMException("The operation was aborted due to timeout", "TimeoutError");
    setTimer.call(clock, () => controller.abort(reason), ms);
    return controller.signal;
  };
  return () => {
    Reflect.set(AbortSignal, "timeout", real);
  };
}
