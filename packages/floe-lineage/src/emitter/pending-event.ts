import type { LineageEvent } from "floe-core";

/** An event on its way. It is settled once it was sent, lost or given up. */
export class PendingEvent {
  readonly event: LineageEvent;
  readonly settled: Promise<void>;
  readonly #controller = new AbortController();
  #resolve: () => void = () => undefined;
  #isSettled = false;

  constructor(event: LineageEvent) {
    this.event = event;
    this.settled = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  get isSettled(): boolean {
    return this.#isSettled;
  }

  /** Aborted when the event is given up. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  settle(): void {
    this.#isSettled = true;
    this.#resolve();
  }

  giveUp(): void {
    this.#controller.abort();
    this.settle();
  }
}
