/** Resolves after `ms` milliseconds; rejects with the signal's reason once it is aborted. Keeps no process alive. */
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
