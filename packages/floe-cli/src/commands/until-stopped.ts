import type { ShutdownReport } from "floe-core";
import type { Platform } from "floe-platform";
import { unlessAborted } from "../cli/unless-aborted.ts";
import type { CommandContext } from "./command-context.ts";
import { stopPlatform } from "./stop-platform.ts";

/**
 * What a call of the platform comes to; the signal's reason where the platform was stopped and the call has still not
 * ended, because a plugin takes no notice of its signal.
 */
export type OrStopped = <Result>(call: Promise<Result>) => Promise<Result>;

/** What was done, and how the plugins stopped then. */
export interface DoneAndStopped<Result> {
  readonly result: Result;
  readonly shutdown: ShutdownReport;
}

/**
 * Does some work with a platform and stops it, whatever happens: afterwards, or at once when the signal is aborted.
 * What gives up within the time that the platform grants it still has its result.
 *
 * @param work Puts everything that it waits for through `orStopped`.
 * @throws the signal's reason; what `work` throws.
 */
export async function untilStopped<Result>(
  platform: Pick<Platform, "stop">,
  context: Pick<CommandContext, "output" | "logger" | "signal">,
  work: (orStopped: OrStopped) => Promise<Result>,
): Promise<DoneAndStopped<Result>> {
  const { signal } = context;
  signal.throwIfAborted();
  const abandon = new AbortController();
  let turn: NodeJS.Immediate | undefined;
  let stopping: Promise<ShutdownReport> | undefined;
  const stop = (): Promise<ShutdownReport> => (stopping ??= stopPlatform(platform, context));
  const onAbort = (): void => {
    // Calls that gave up may learn of it some microtasks after the platform, which waited for them.
    const abandonNext = (): void => {
      turn = setImmediate(() => abandon.abort(signal.reason));
    };
    // That it rejects is found below, where the same promise is waited for.
    void stop().then(abandonNext, abandonNext);
  };
  signal.addEventListener("abort", onAbort, { once: true });
  let result: Result;
  let shutdown: ShutdownReport;
  try {
    result = await work((call) => unlessAborted(call, abandon.signal));
  } finally {
    signal.removeEventListener("abort", onAbort);
    shutdown = await stop();
    clearImmediate(turn);
  }
  return { result, shutdown };
}
