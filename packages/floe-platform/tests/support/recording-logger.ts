import type { Logger, LogMethod } from "floe-core";

/** A logger that remembers its lines, each as `level: message`. */
export function recordingLogger(): Logger & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const at =
    (level: string): LogMethod =>
    (message) =>
      void lines.push(`${level}: ${message}`);
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error"), lines };
}
