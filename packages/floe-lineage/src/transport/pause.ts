/**
 * Resolves after `ms` milliseconds; rejects with the signal's reason once it is aborted. Keeps no process alive.
 *
 * Not `setTimeout` of node:timers/promises: that rejects with an AbortError instead of the reason, and vitest's fake
 * timers leave it alone, so that a test of retries would have to wait for them.
 */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms).unref();
    signal?.addEventListener("abort", stop, { once: true });
  });
}
