/**
 * What `work` answers, or the signal's reason as soon as that is aborted, whether or not `work` heeds it. What `work`
 * ends with after that, an error included, is dropped on purpose: nobody waits for it any more.
 */
export async function unlessAborted<Answer>(
  work: () => Promise<Answer> | undefined,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  signal.throwIfAborted();
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason as Error);
  });
  signal.addEventListener("abort", stop, { once: true });
  try {
    // The race keeps hold of both, so that neither rejects unhandled later.
    return await Promise.race([work(), stopped]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
