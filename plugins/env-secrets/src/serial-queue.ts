/** Runs tasks one after another, in the order they came, whether or not those before succeeded. */
export class SerialQueue {
  #tail: Promise<unknown> = Promise.resolve();

  async run<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.#tail.then(task);
    this.#tail = result.catch(() => undefined);
    return result;
  }
}
