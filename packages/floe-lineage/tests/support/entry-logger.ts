import type { Logger, LogMethod } from "floe-core";

/** One line of a log. */
export interface LogEntry {
  readonly level: string;
  readonly message: string;
  readonly fields: unknown;
}

/** A logger that remembers its lines with everything in them. */
export function entryLogger(): Logger & { readonly lines: readonly LogEntry[] } {
  const lines: LogEntry[] = [];
  const at =
    (level: string): LogMethod =>
    (message, fields) =>
      void lines.push({ level, message, fields });
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error"), lines };
}
