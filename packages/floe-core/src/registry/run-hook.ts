import type { PluginError } from "../errors/plugin-error.ts";
import type { Logger } from "../logger.ts";
import type { PluginContext } from "../plugin/plugin-context.ts";
import { hookContext } from "./hook-context.ts";

/** The longest delay a timer of Node can hold; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The handle by which a hook's caller gives it up. */
export class HookScope {
  readonly logger: Logger;
  /** Why the hook was given up; undefined while it was not. */
  reason: PluginError | undefined;
  /** Told when the hook is given up. */
  onAbort: ((reason: PluginError) => void) | undefined;
  #controller: AbortController | undefined;

  constructor(logger: Logger) {
    this.logger = logger;
  }

  /** Made when first read: most hooks never look at it, and ten thousand controllers cost more than their hooks. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.reason !== undefined) this.#controller.abort(this.reason);
    }
    return this.#controller.signal;
  }

  /** What the hook itself is handed: nothing by which it could give itself up. */
  context(): PluginContext {
    return hookContext(this);
  }

  /** Gives the hook up: its signal is aborted and whoever waits for it is freed. Only the first call counts. */
  abort(reason: PluginError): void {
    if (this.reason !== undefined) return;
    this.reason = reason;
    this.onAbort?.(reason);
    this.#controller?.abort(reason);
  }
}

/** How a hook ended for its caller. */
export type HookOutcome<Value> =
  | { readonly kind: "done"; readonly value: Value }
  | { readonly kind: "threw"; readonly error: unknown }
  /** Given up at its limit or by `abort`; `settled` resolves when it really ends, and never rejects. */
  | { readonly kind: "overran"; readonly reason: PluginError; readonly settled: Promise<void> };

/** When a hook is given up by itself. */
export interface HookLimit {
  readonly ms: number;
  /** Why. */
  overrun(): PluginError;
}

/**
 * Calls a hook and waits for it no longer than its limit. A synchronous throw is an outcome like any other.
 * A hook that is still running at its limit, or when its scope is aborted, runs on, but nobody waits for it:
 * what it does afterwards can only be seen through `settled`.
 */
export function runHook<Value>(
  hook: () => Value | PromiseLike<Value>,
  scope: HookScope,
  limit?: HookLimit,
): HookOutcome<Value> | Promise<HookOutcome<Value>> {
  if (scope.reason !== undefined) return { kind: "overran", reason: scope.reason, settled: Promise.resolve() };
  let result: Value | PromiseLike<Value>;
  try {
    result = hook();
    if (!isThenable(result)) return { kind: "done", value: result };
  } catch (error) {
    return { kind: "threw", error };
  }
  const settling = Promise.resolve(result);
  return new Promise((resolve) => {
    const timer = limit === undefined ? undefined : startTimer(limit, scope);
    const finish = (outcome: HookOutcome<Value>): void => {
      clearTimeout(timer);
      scope.onAbort = undefined;
      resolve(outcome);
    };
    const settled = settling.then(
      (value) => finish({ kind: "done", value }),
      (error: unknown) => finish({ kind: "threw", error }),
    );
    scope.onAbort = (reason) => finish({ kind: "overran", reason, settled });
    // A hook can give itself up before it returns, by way of whoever holds its scope.
    if (scope.reason !== undefined) scope.onAbort(scope.reason);
  });
}

function startTimer(limit: HookLimit, scope: HookScope): NodeJS.Timeout | undefined {
  if (limit.ms > LONGEST_TIMER_MS) return undefined;
  return setTimeout(() => scope.abort(limit.overrun()), limit.ms);
}

/** Whether `await` would wait for `value`. */
export function isThenable<Value>(value: Value | PromiseLike<Value>): value is PromiseLike<Value> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
