/**
 * Waits for so many milliseconds, or until the signal is aborted.
 *
 * Not `setTimeout` of node:timers/promises: that rejects where an abort is nothing unusual here, and vitest's fake
 * timers leave it alone, so that a test of a watch would have to wait.
 *
 * @returns Whether all of the time has passed.
 */
export function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve(false);
      return;
    }
    const onAbort = (): void => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", onAbort);
      resolve(true);
    }, milliseconds);
    signal.addEventListener("abort", onAbort, { once: true });
  });
}
