/** Writes one log line: a message for people and, optionally, fields for machines. */
export type LogMethod = (message: string, fields?: Readonly<Record<string, unknown>>) => void;

/**
 * What floe-core logs to; it never prints by itself. The global `console` fits as it is.
 * A logger that throws is ignored: logging never changes what the registry does.
 */
export interface Logger {
  readonly debug: LogMethod;
  readonly info: LogMethod;
  readonly warn: LogMethod;
  readonly error: LogMethod;
}

const ignore = (): void => {};

/** A logger that drops everything: the registry's default. */
export const silentLogger: Logger = Object.freeze({ debug: ignore, info: ignore, warn: ignore, error: ignore });
