import type { Logger, LogMethod } from "floe-core";
import { renderLogLine, type LogLevel } from "../render/render-log-line.ts";
import type { Output } from "./output.ts";

/** Which levels are printed. */
export interface LogOptions {
  /** Errors only. */
  readonly quiet: boolean;
  /** All levels. */
  readonly verbose: boolean;
}

/** A logger that prints to standard error: warnings and errors, unless told otherwise. */
export function outputLogger(output: Output, { quiet, verbose }: LogOptions): Logger {
  const method = (level: LogLevel, isOn: boolean): LogMethod =>
    isOn ? (message, fields) => output.failure(renderLogLine(level, message, fields, output.errorTheme)) : () => {};
  return {
    debug: method("debug", verbose),
    info: method("info", verbose),
    warn: method("warn", !quiet),
    error: method("error", true),
  };
}
