import type { Logger } from "floe-core";

/** A logger for a registry that a platform is loaded with. */
export interface LoadingLogger extends Logger {
  /** From now on everything is logged as it is. */
  loaded(): void;
}

/**
 * Until the platform is loaded, what a registry warns of is for the curious: if it is in this product's way it is
 * reported as a problem, with its place, and if not it is in no one's.
 */
export function loadingLogger(logger: Logger): LoadingLogger {
  let isLoading = true;
  return {
    debug: (...line) => logger.debug(...line),
    info: (...line) => logger.info(...line),
    warn: (...line) => (isLoading ? logger.debug(...line) : logger.warn(...line)),
    error: (...line) => (isLoading ? logger.debug(...line) : logger.error(...line)),
    loaded: () => {
      isLoading = false;
    },
  };
}
