/** Where messages go. */
export interface MessageWriter {
  /** Whether what the process prints has to be sent as messages, too. */
  readonly includesStdio: boolean;
  /** Resolves once the line is written, whole. Called for one line at a time. */
  write(line: string): Promise<void>;
  /** Lets go of what was opened, and writes what was kept until now. */
  close(): Promise<void>;
}
