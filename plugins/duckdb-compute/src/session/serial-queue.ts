import { abandonable } from "./abandonable.ts";

/** Runs tasks one after another, in the order they came. */
export class SerialQueue {
  #tail: Promise<void> = Promise.resolve();

  /** Runs `task` when its turn comes; gives up waiting, not running, when `signal` aborts. */
  async run<Result>(task: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    const turn = this.#tail;
    const result = abandonable(turn, signal).then(task);
    // Resolves to nothing: a tail that kept its results would keep those of every task before it.
    this.#tail = Promise.allSettled([turn, result]).then(() => undefined);
    return result;
  }

  /** Resolves when everything that was asked for so far is done. */
  async drained(): Promise<void> {
    await this.#tail;
  }
}
