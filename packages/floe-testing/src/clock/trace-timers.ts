import { AsyncResource } from "node:async_hooks";
import type { Clock, SetTimeout, TimerId } from "@sinonjs/fake-timers";

/**
 * Lets Node see the timers of a fake clock as it sees real ones: each is a `Timeout` of `async_hooks`, so that the
 * leak check of a test registry finds it, and runs in the context (`AsyncLocalStorage`) of whoever set it. Returns
 * what makes the clock as it was, which has to be done before it is uninstalled.
 */
export function traceTimers(clock: Clock): () => void {
  const { setTimeout, setInterval } = clock;
  clock.setTimeout = traced(clock, setTimeout);
  clock.setInterval = traced(clock, setInterval);
  return () => {
    Object.assign(clock, { setTimeout, setInterval });
  };
}

function traced(clock: Clock, set: SetTimeout): SetTimeout {
  return (callback, delay, ...args) => {
    const resource = new TracedTimer(clock);
    const timer = set.call(clock, resource.bind(callback), delay, ...args);
    resource.timer = timer;
    return timer;
  };
}

class TracedTimer extends AsyncResource {
  timer: TimerId | undefined;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    super("Timeout");
    this.#clock = clock;
  }

  /** Whether it would keep a process alive if it were real: it is pending and was not unref'd. */
  hasRef(): boolean {
    const { timer } = this;
    const isPending = this.#clock.timers?.has(Number(timer)) === true;
    return isPending && typeof timer === "object" && "hasRef" in timer && timer.hasRef();
  }
}
