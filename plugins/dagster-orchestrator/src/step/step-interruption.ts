import type { EventEmitter } from "node:events";

/** The process whose signals and parent are watched. */
export interface WatchedProcess extends Pick<EventEmitter, "on"> {
  /** Another one once the parent is gone: the system gives the process to somebody else. */
  readonly ppid: number;
}

/** How often the parent is looked for, in milliseconds. Python leaves no channel that would close. */
const LOOK_MS = 1_000;

/** What asks the process of a step to end: a signal, or the end of the process that started it. */
export class StepInterruption {
  readonly #controller = new AbortController();
  #exitCode: number | undefined;

  constructor(watched: WatchedProcess) {
    watched.on("SIGINT", () => this.#stop("interrupted by SIGINT", 130));
    watched.on("SIGTERM", () => this.#stop("interrupted by SIGTERM", 143));
    const parent = watched.ppid;
    setInterval(() => {
      if (watched.ppid !== parent) this.#stop("the process that started it is gone", 130);
    }, LOOK_MS).unref();
  }

  /** Aborted by what comes first, with an error that says what it was. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** What the process then has to end with; undefined before. */
  get exitCode(): number | undefined {
    return this.#exitCode;
  }

  #stop(reason: string, exitCode: number): void {
    if (this.signal.aborted) return;
    this.#exitCode = exitCode;
    this.#controller.abort(new Error(reason));
  }
}
