/** Signals that ask the process to end. */
export type StopSignal = "SIGINT" | "SIGTERM";

/** A stream that may be a terminal. */
export type OutputStream = NodeJS.WritableStream & {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
};

/** The process around the command line, so that tests can be one. */
export interface CliHost {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Aborted when nobody reads standard output any more. */
  readonly stdoutClosed: AbortSignal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Calls `listener` for every signal until the answer is called. */
  onSignal(listener: (signal: StopSignal) => void): () => void;
  /** Calls `listener` for every error that nobody caught, for as long as the process lasts. */
  onUncaught(listener: (error: unknown) => void): void;
  /** Calls `listener` whenever nothing is left that the process could wait for, until the answer is called. */
  onStall(listener: () => void): () => void;
  /** Ends the process at once, with the terminal as it was. */
  exit(code: number): void;
}
