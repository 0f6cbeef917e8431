/**
 * What `work` comes to, or the signal's reason as soon as it is aborted: for work that may take no notice of a signal.
 * Abandoned work goes on, and nobody learns what it comes to.
 */
export function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    signal.addEventListener("abort", onAbort, { once: true });
    // Abandoned work that rejects later is handled here, too: everybody knows already that it was given up.
    void work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
    if (signal.aborted) onAbort();
  });
}
