import { setMaxListeners } from "node:events";

/** The runs of this process, so that a shutdown can end them before the engines below them stop. */
export class ActiveRuns {
  readonly #running = new Map<AbortController, Promise<unknown>>();

  get count(): number {
    return this.#running.size;
  }

  /** Starts `work` with a signal that the caller's own signal and `cancelAll` both abort. */
  async track<Result>(
    work: (signal: AbortSignal) => Promise<Result>,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    const controller = new AbortController();
    const joined = AbortSignal.any([controller.signal, ...(signal === undefined ? [] : [signal])]);
    // Every running statement listens, up to 64 of them: that is no leak, and Node must not warn of one at eleven.
    setMaxListeners(0, joined);
    const running = work(joined);
    this.#running.set(controller, running);
    try {
      return await running;
    } finally {
      this.#running.delete(controller);
    }
  }

  /** Aborts every run and resolves once all have ended, however they did: each tells its own caller. */
  async cancelAll(): Promise<void> {
    for (const controller of this.#running.keys()) controller.abort();
    await Promise.allSettled(this.#running.values());
  }
}
