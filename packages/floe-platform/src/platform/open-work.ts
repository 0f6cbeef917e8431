/** The starts and runs that are going on, so that all of them can be given up together. */
export class OpenWork {
  readonly #open = new Map<AbortController, Promise<unknown>>();

  /** Runs `work` with a signal that is aborted by `signal` and by `abortAll`. */
  async track<Result>(
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    const controller = new AbortController();
    const running = work(signal === undefined ? controller.signal : AbortSignal.any([signal, controller.signal]));
    this.#open.set(controller, running);
    try {
      return await running;
    } finally {
      this.#open.delete(controller);
    }
  }

  /** Whether there is any that was not aborted yet. */
  get isGoingOn(): boolean {
    return [...this.#open.keys()].some(({ signal }) => !signal.aborted);
  }

  /** Aborts all of it and waits for them to end, at most `graceMs`. Resolves with how many have not ended. */
  async abortAll(graceMs: number): Promise<number> {
    if (this.#open.size === 0) return 0;
    const reason = new DOMException("The platform is stopping.", "AbortError");
    for (const controller of this.#open.keys()) controller.abort(reason);
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs);
    });
    await Promise.race([Promise.allSettled(this.#open.values()), limit]);
    clearTimeout(timer);
    return this.#open.size;
  }
}
