import { abandonable } from "../session/abandonable.ts";
import { linkSignals } from "../session/link-signals.ts";

/**
 * Runs `work` for at most `limitMs` milliseconds. Past the limit it rejects with an error that says so; when
 * `signal` aborts, with its reason. In both cases the signal that `work` was given aborts too.
 */
export async function within<Result>(
  limitMs: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new Error(`no answer within ${limitMs / 1000} s`)), limitMs);
  const linked = linkSignals([signal, limit.signal]);
  try {
    linked.signal.throwIfAborted();
    return await abandonable(work(linked.signal), linked.signal);
  } finally {
    clearTimeout(timer);
    linked.unlink();
  }
}
