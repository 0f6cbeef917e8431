import { untilAborted } from "./until-aborted.ts";

/** What bounds a piece of work. */
export interface WorkLimit {
  readonly ms: number;
  /** What to reject with when it is reached. */
  readonly error: () => Error;
  /** Aborting it gives the work up before. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * What `work` comes to within the limit. Its signal is aborted at the limit, and with the caller's; work that
 * does not heed it is left behind. While it is waited for, the process stays alive.
 */
export async function withinLimit<Result>(
  { ms, error, signal }: WorkLimit,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(error()), ms);
  const joined = signal === undefined ? controller.signal : AbortSignal.any([signal, controller.signal]);
  try {
    return await untilAborted(work(joined), joined);
  } finally {
    clearTimeout(timer);
  }
}
