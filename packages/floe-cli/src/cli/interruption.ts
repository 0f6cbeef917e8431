import type { CliHost, StopSignal } from "./cli-host.ts";
import { ExitCode } from "./exit-code.ts";
import { StalledError } from "./stalled-error.ts";

/** Why something was given up: the process was asked to end, or a part of it failed beyond repair. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";

  constructor(what: string) {
    super(`Interrupted by ${what}`);
  }
}

/** Who is told of what interrupts a command, before anything is aborted. */
export interface InterruptionReports {
  /** Of the first signal. */
  onSignal(signal: StopSignal): void;
  /** Of every failure outside of what the command waits for. `isLast`: the process ends right after it. */
  onFailure(error: unknown, isLast: boolean): void;
}

/**
 * Turns the first signal that asks the process to end into an abort, and the second into an end; the same for errors
 * that nobody caught, and for a process that has nothing left to wait for while the command is not done.
 */
export class Interruption {
  readonly #host: Pick<CliHost, "exit">;
  readonly #reports: InterruptionReports;
  readonly #controller = new AbortController();
  readonly #releases: readonly (() => void)[];
  #isReleased = false;
  #hasSignal = false;
  #hasFailed = false;
  #cause: unknown;
  #exitCode: ExitCode | undefined;

  constructor(host: CliHost, reports: InterruptionReports) {
    this.#host = host;
    this.#reports = reports;
    // Never released: what a plugin leaves behind may fail after the command, and has to be masked then, too.
    host.onUncaught((error) => this.#fail(error, this.#isReleased || this.#hasFailed));
    this.#releases = [
      host.onSignal((signal) => this.#stop(signal)),
      // With nothing to wait for, a command that was aborted before will never end by itself.
      host.onStall(() => this.#fail(new StalledError(), this.signal.aborted)),
    ];
  }

  /** Aborted by what comes first. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** What aborted the signal: its reason or, better, the error that nobody caught. */
  get cause(): unknown {
    return this.#cause;
  }

  /** What the process has to end with because of the interruption; undefined while there was none. */
  get exitCode(): ExitCode | undefined {
    return this.#exitCode;
  }

  /** The command is done: leaves signals to the process again. An error that nobody catches ends it from now on. */
  release(): void {
    this.#isReleased = true;
    for (const release of this.#releases) release();
  }

  #stop(signal: StopSignal): void {
    const exitCode = signal === "SIGINT" ? ExitCode.INTERRUPTED : ExitCode.TERMINATED;
    if (this.#hasSignal) {
      this.#host.exit(exitCode);
      return;
    }
    this.#hasSignal = true;
    this.#reports.onSignal(signal);
    const reason = new InterruptedError(signal);
    this.#abort(reason, reason, exitCode);
  }

  #fail(error: unknown, isLast: boolean): void {
    this.#hasFailed = true;
    this.#reports.onFailure(error, isLast);
    if (isLast) this.#host.exit(ExitCode.FAILED);
    // Not the error itself: on its way through others it may be copied, and would be taken for a second one.
    else this.#abort(new InterruptedError("a failure"), error, ExitCode.FAILED);
  }

  #abort(reason: InterruptedError, cause: unknown, exitCode: ExitCode): void {
    if (this.signal.aborted) return;
    this.#cause = cause;
    this.#exitCode = exitCode;
    this.#controller.abort(reason);
  }
}
