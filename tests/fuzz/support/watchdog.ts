import { Worker } from "node:worker_threads";

/** How long one input may take: far beyond what any needs, on a machine that is busy with other things too. */
const LIMIT_MS = 20_000;

/** A loop that never ends cannot be interrupted by its own thread; another one can only end the whole process. */
const WATCH = `
  const { workerData } = require("node:worker_threads");
  const progress = new Int32Array(workerData.memory);
  let last = "";
  let since = Date.now();
  setInterval(() => {
    const [isArmed, seed, count, target] = progress;
    const now = [isArmed, seed, count, target].join();
    if (isArmed === 0 || now !== last) { last = now; since = Date.now(); return; }
    if (Date.now() - since < workerData.limitMs) return;
    const what = workerData.targets[target];
    require("node:fs").writeSync(2, "\\nfuzzing " + what + ": input " + count + " of FLOE_FUZZ_SEED=" + seed + " takes longer than " + workerData.limitMs + " ms\\n");
    process.kill(process.pid, "SIGKILL");
  }, 500);`;

/** Ends the process, saying with which input, when one takes too long. */
export class Watchdog {
  readonly #progress: Int32Array;
  readonly #worker: Worker;

  constructor(target: string, limitMs: number = LIMIT_MS) {
    const memory = new SharedArrayBuffer(4 * Int32Array.BYTES_PER_ELEMENT);
    this.#progress = new Int32Array(memory);
    this.#worker = new Worker(WATCH, { eval: true, workerData: { memory, limitMs, targets: [target] } });
    this.#worker.unref();
  }

  /** A run of inputs begins. */
  begin(seed: number): void {
    this.#progress.set([1, seed, 0]);
  }

  /** The next input begins. */
  next(): void {
    this.#progress[2] = (this.#progress[2] ?? 0) + 1;
  }

  /** Nothing is being tried. */
  end(): void {
    this.#progress[0] = 0;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
