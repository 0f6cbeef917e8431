/** Resolves after `ms` milliseconds, or at once when the signal is aborted: whoever waits looks at it anyway. */
export type Pause = (ms: number, signal?: AbortSignal) => Promise<void>;

/** A pause on this machine's clock. It holds the process: a run is being followed. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted === true) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener("abort", end, { once: true });
  });
}
