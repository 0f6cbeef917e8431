import { AsyncLocalStorage, createHook, type AsyncHook } from "node:async_hooks";

/** A timer, socket, worker or the like that keeps the event loop alive. */
export interface LeftResource {
  /** Node's word for it, for example `Timeout` or `TCPSERVERWRAP`. */
  readonly type: string;
  /** The place that made it, as a stack trace names it; empty if none is known. */
  readonly at: string;
}

/** What can stay behind. Promises and single calls into the system end by themselves. */
const LASTING: ReadonlySet<string> = new Set([
  "FSEVENTWRAP",
  "MESSAGEPORT",
  "PIPESERVERWRAP",
  "PIPEWRAP",
  "PROCESSWRAP",
  "SIGNALWRAP",
  "STATWATCHER",
  "TCPSERVERWRAP",
  "TCPWRAP",
  "TTYWRAP",
  "Timeout",
  "UDPWRAP",
  "WORKER",
]);

/** How often the event loop goes round before what is still there counts as left: closing takes a few turns. */
const TURNS = 10;

/** Taken now: a test may put fake timers in their place. */
const nextTurn = setImmediate;

interface Tracked extends LeftResource {
  readonly resource: object;
}

/**
 * Watches what is made by code that runs inside `run`, and by whatever that sets going. The list that
 * `process.getActiveResourcesInfo` gives is of no use here: a test runner's own timers come and go in it, and
 * it does not say who made what.
 */
export class ResourceTracker {
  readonly #context = new AsyncLocalStorage<true>();
  readonly #tracked = new Map<number, Tracked>();
  readonly #hook: AsyncHook;

  constructor() {
    this.#hook = createHook({
      init: (id, type, _trigger, resource) => {
        if (!LASTING.has(type) || this.#context.getStore() === undefined) return;
        this.#tracked.set(id, { type, at: callerOf(new Error("where it was made").stack), resource });
      },
      destroy: (id) => {
        this.#tracked.delete(id);
      },
    }).enable();
  }

  /** Calls `callback`; what it makes, now or later, is watched. */
  run<Result>(callback: () => Result): Result {
    return this.#context.run(true, callback);
  }

  /** Stops watching, and says what keeps the event loop alive after a few more turns of it. */
  async end(): Promise<readonly LeftResource[]> {
    for (let turn = 0; turn < TURNS && this.#left().length > 0; turn += 1) {
      await new Promise<void>((resolve) => nextTurn(resolve));
    }
    this.#hook.disable();
    // Each store that is enabled makes every later promise of the process slower.
    this.#context.disable();
    const left = this.#left();
    this.#tracked.clear();
    return left;
  }

  #left(): readonly LeftResource[] {
    return [...this.#tracked.values()].filter(keepsLoopAlive).map(({ type, at }) => ({ type, at }));
  }
}

function keepsLoopAlive({ resource }: Tracked): boolean {
  const hasRef: unknown = Reflect.get(resource, "hasRef");
  return typeof hasRef !== "function" || Reflect.apply(hasRef, resource, []) === true;
}

/** The first line of a stack below Node's own, this file's and a fake clock's. */
function callerOf(stack = ""): string {
  const frames = stack.split("\n").slice(1).map((line) => line.trim().replace(/^at /, ""));
  return frames.find((frame) => !/\bnode:|(resource-tracker|trace-timers|fake-timers-src)\.[jt]s|\(<anonymous>\)$/.test(frame)) ?? "";
}
