/** A signal that follows others until `unlink` is called. */
export interface LinkedSignal {
  readonly signal: AbortSignal;
  /** Forgets the others: a long-lived signal must not collect the listeners of every statement. */
  unlink(): void;
}

/** A signal that aborts when one of `signals` does, with its reason. */
export function linkSignals(signals: readonly (AbortSignal | undefined)[]): LinkedSignal {
  const controller = new AbortController();
  const unlinks = signals
    .filter((signal) => signal !== undefined)
    .map((signal) => {
      const follow = (): void => controller.abort(signal.reason);
      if (signal.aborted) follow();
      signal.addEventListener("abort", follow, { once: true });
      return () => signal.removeEventListener("abort", follow);
    });
  return { signal: controller.signal, unlink: () => unlinks.forEach((unlink) => unlink()) };
}
