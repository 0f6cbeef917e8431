/** What the process ends with. */
export const ExitCode = {
  OK: 0,
  /** A check or a run failed. */
  FAILED: 1,
  /** The command line is wrong. */
  USAGE: 2,
  /** The platform file is missing or invalid. */
  INVALID_PLATFORM: 3,
  /** SIGINT: 128 and the signal's number. */
  INTERRUPTED: 130,
  /** SIGTERM: 128 and the signal's number. */
  TERMINATED: 143,
} as const;

/** One of the codes that the process ends with. */
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
