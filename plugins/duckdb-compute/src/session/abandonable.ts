/**
 * Waits for `work`, but no longer than until `signal` aborts, and rejects with the signal's reason then. What
 * comes too late is given to `dispose`.
 */
export async function abandonable<Result>(
  work: Promise<Result>,
  signal: AbortSignal | undefined,
  dispose: (late: Result) => void = () => undefined,
): Promise<Result> {
  if (signal === undefined) return work;
  let isAbandoned = false;
  let onAbort = (): void => undefined;
  const abandoned = new Promise<never>((_resolve, reject) => {
    onAbort = () => {
      isAbandoned = true;
      // Any reason may be an abort's reason: the caller gets it as it is.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- see above
      reject(signal.reason);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
  });
  const disposed = work.then((result) => {
    if (isAbandoned) dispose(result);
    return result;
  });
  try {
    return await Promise.race([abandoned, disposed]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
