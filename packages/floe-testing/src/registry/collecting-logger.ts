import type { Logger } from "floe-core";

/** One line that was logged. */
export interface LogLine {
  readonly level: keyof Logger;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A logger, and the lines it was given. */
export interface CollectingLogger {
  readonly logger: Logger;
  /** Oldest first. */
  readonly logs: readonly LogLine[];
}

/** Makes a logger that keeps its lines and prints nothing. */
export function collectingLogger(): CollectingLogger {
  const logs: LogLine[] = [];
  const at =
    (level: keyof Logger): Logger["debug"] =>
    (message, fields = {}) => {
      logs.push({ level, message, fields });
    };
  return { logger: { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") }, logs };
}
