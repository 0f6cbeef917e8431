import type { CliHost, StopSignal } from "./cli-host.ts";
import { ExitCode } from "./exit-code.ts";

/** Why something was given up: the user, or whoever manages the process, asked for it. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";

  constructor(signal: StopSignal) {
    super(`Interrupted by ${signal}`);
  }
}

/** Turns the first signal that asks the process to end into an abort, and the second into an end. */
export class Interruption {
  readonly #controller = new AbortController();
  readonly #release: () => void;
  #caught: StopSignal | undefined;

  /** @param onFirst Called for the first signal, before anything is aborted. */
  constructor(host: CliHost, onFirst: (signal: StopSignal) => void) {
    this.#release = host.onSignal((signal) => {
      if (this.#caught !== undefined) {
        host.exit(exitCodeOf(signal));
        return;
      }
      this.#caught = signal;
      onFirst(signal);
      this.#controller.abort(new InterruptedError(signal));
    });
  }

  /** Aborted by the first signal. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** What the process has to end with because of a signal; undefined while there was none. */
  get exitCode(): ExitCode | undefined {
    return this.#caught === undefined ? undefined : exitCodeOf(this.#caught);
  }

  /** Leaves signals to the process again. */
  release(): void {
    this.#release();
  }
}

function exitCodeOf(signal: StopSignal): ExitCode {
  return signal === "SIGINT" ? ExitCode.INTERRUPTED : ExitCode.TERMINATED;
}
