/** An interrupt that comes before DuckDB has begun the statement is lost: it is repeated this often. */
const REPEAT_MS = 50;

/**
 * Runs `work` on a connection and interrupts it when `signal` aborts; then rejects with the signal's reason.
 * Work that was complete before the interrupt reached it counts as done. The connection stays usable.
 */
export async function interruptible<Result>(
  connection: { interrupt(): void },
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted();
  let repeat: NodeJS.Timeout | undefined;
  const interrupt = (): void => {
    connection.interrupt();
    repeat = setInterval(() => connection.interrupt(), REPEAT_MS);
  };
  signal?.addEventListener("abort", interrupt, { once: true });
  try {
    return await work();
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", interrupt);
    clearInterval(repeat);
  }
}
