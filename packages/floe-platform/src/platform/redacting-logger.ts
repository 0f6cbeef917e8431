import type { Logger, LogMethod } from "floe-core";

/** Masks secrets in whatever is logged. */
export interface LogRedaction {
  readonly redact: (text: string) => string;
  /** For fields, which may hold errors. */
  readonly redactValue: (value: unknown) => unknown;
}

/** A logger that hands on what it is given without the secrets known at that time. */
export function redactingLogger(logger: Logger, { redact, redactValue }: LogRedaction): Logger {
  const method =
    (level: keyof Logger): LogMethod =>
    (message, fields) => {
      if (fields === undefined) logger[level](redact(message));
      // A copy of a plain object is one, too.
      else logger[level](redact(message), redactValue(fields) as typeof fields);
    };
  return { debug: method("debug"), info: method("info"), warn: method("warn"), error: method("error") };
}
