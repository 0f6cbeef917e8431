/** Settles a little after `signal` is aborted: a hook that notices its limit, but late. */
export async function afterAbort(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
  // One more turn of the event loop: whoever waited for the limit has gone on by then.
  await new Promise<void>((resolve) => setImmediate(resolve));
}

/** Never settles, whatever happens; holds nothing that keeps the process alive. */
export function forever(): Promise<never> {
  return new Promise(() => {});
}

/** How long the hooks that listen to no signal go on, in milliseconds: longer than any signal may take. */
export const DEAF_MS = 1500;

/** Settles by itself after this many milliseconds, without a look at any signal. */
export function regardless(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
