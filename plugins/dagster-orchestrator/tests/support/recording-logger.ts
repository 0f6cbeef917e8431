import { silentLogger, type Logger } from "floe-core";

/** A logger that writes down its warnings. */
export function recordingLogger(): Logger & { readonly warnings: readonly string[] } {
  const warnings: string[] = [];
  return { ...silentLogger, warnings, warn: (message) => void warnings.push(message) };
}
