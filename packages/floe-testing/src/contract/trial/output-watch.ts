import { AsyncLocalStorage } from "node:async_hooks";
import { format } from "node:util";

const CONSOLE_METHODS = ["log", "info", "warn", "error", "debug", "trace", "dir", "table"] as const;

type AnyFunction = (...args: readonly unknown[]) => unknown;

/** Whose code is running. Shared by all watches: what each put in place alone, another would take away too early. */
const current = new AsyncLocalStorage<OutputWatch>();
const watches = new Set<OutputWatch>();
const replaced: (() => void)[] = [];

/**
 * Keeps what code run inside `run` prints, and whatever that sets going; it does not come through. What anyone
 * else prints meanwhile, a test runner for one, passes as if nothing was there.
 */
export class OutputWatch {
  readonly #printed: string[] = [];

  constructor() {
    if (watches.size === 0) replaceOutputs();
    watches.add(this);
  }

  /** What was printed so far, oldest first. */
  get printed(): readonly string[] {
    return [...this.#printed];
  }

  run<Result>(callback: () => Result): Result {
    return current.run(this, callback);
  }

  keep(text: string): void {
    this.#printed.push(text);
  }

  /** Watches no longer; the last one to end puts everything back. */
  end(): void {
    watches.delete(this);
    if (watches.size > 0) return;
    for (const restore of replaced.splice(0).reverse()) restore();
    // Each store that is enabled makes every later promise of the process slower.
    current.disable();
  }
}

function replaceOutputs(): void {
  for (const stream of [process.stdout, process.stderr]) replace(stream, "write", keepWritten);
  // A runner may have put a console in place that writes elsewhere.
  for (const method of CONSOLE_METHODS) replace(console, method, (watch, args) => watch.keep(format(...args)));
}

/** Answers as a stream does that has room. */
function keepWritten(watch: OutputWatch, [chunk, ...rest]: readonly unknown[]): true {
  const encoding = rest.find((one) => typeof one === "string") as BufferEncoding | undefined;
  watch.keep(chunk instanceof Uint8Array ? Buffer.from(chunk).toString() : Buffer.from(String(chunk), encoding).toString());
  const done = rest.find((one) => typeof one === "function") as (() => void) | undefined;
  // Never before `write` has returned: what the callback uses may be made by then only.
  if (done !== undefined) process.nextTick(done);
  return true;
}

function replace(owner: object, member: string, keep: (watch: OutputWatch, args: readonly unknown[]) => unknown): void {
  const before = Object.getOwnPropertyDescriptor(owner, member);
  const original = Reflect.get(owner, member) as AnyFunction;
  const value: AnyFunction = (...args) => {
    const watch = current.getStore();
    return watch === undefined || !watches.has(watch) ? Reflect.apply(original, owner, args) : keep(watch, args);
  };
  Object.defineProperty(owner, member, { value, configurable: true, writable: true });
  replaced.push(() => {
    if (before === undefined) Reflect.deleteProperty(owner, member);
    else Object.defineProperty(owner, member, before);
  });
}
