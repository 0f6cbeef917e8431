/** What is left to wait once the caller wants to be done: enough for a server that answers at all. */
const GRACE_MS = 1_000;

/**
 * Whether `work`, which never rejects, is done within `ms` milliseconds, and within a second of the moment at which
 * `signal` is aborted.
 */
export async function settledWithin(work: Promise<unknown>, ms: number, signal?: AbortSignal): Promise<boolean> {
  const timers: NodeJS.Timeout[] = [];
  let hurry = (): void => undefined;
  const limit = new Promise<boolean>((resolve) => {
    const stopAfter = (wait: number): void => void timers.push(setTimeout(() => resolve(false), wait));
    hurry = () => stopAfter(GRACE_MS);
    stopAfter(ms);
  });
  if (signal?.aborted === true) hurry();
  else signal?.addEventListener("abort", hurry, { once: true });
  const inTime = await Promise.race([work.then(() => true), limit]);
  signal?.removeEventListener("abort", hurry);
  for (const timer of timers) clearTimeout(timer);
  return inTime;
}
