import type { Logger, LogMethod, TransformConfig } from "floe-core";

/** A transform that states nothing but its name and what it depends on. */
export function transform(name: string, dependsOn: readonly string[] = [], other: Partial<TransformConfig> = {}): TransformConfig {
  return { name, sql: `SELECT '${name}'`, materialization: "table", tags: [], dependsOn, meta: {}, compute: null, ...other };
}

/** Work that a test ends when it wants to, in the order it wants to. */
export class Gates<Value> {
  readonly #waiting = new Map<string, { resolve: (value: Value) => void; reject: (reason: unknown) => void }>();

  /** What is waiting, in the order of its arrival. */
  get waiting(): readonly string[] {
    return [...this.#waiting.keys()];
  }

  /** Waits until `open` or `fail` is called for `name`, or the signal is aborted. */
  wait(name: string, signal?: AbortSignal): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      this.#waiting.set(name, { resolve, reject });
      signal?.addEventListener("abort", () => {
        if (this.#waiting.has(name)) this.fail(name, signal.reason);
      });
    });
  }

  open(name: string, value: Value): void {
    this.#take(name).resolve(value);
  }

  fail(name: string, reason: unknown): void {
    this.#take(name).reject(reason);
  }

  #take(name: string): { resolve: (value: Value) => void; reject: (reason: unknown) => void } {
    const gate = this.#waiting.get(name);
    if (gate === undefined) throw new Error(`nothing waits at ${name}; waiting: ${this.waiting.join(", ")}`);
    this.#waiting.delete(name);
    return gate;
  }
}

/** Lets everything that can go on by itself go on: promises are settled before the next macrotask. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A logger that remembers its lines. */
export function recordingLogger(): Logger & {
  readonly lines: readonly { readonly level: string; readonly message: string; readonly fields: unknown }[];
} {
  const lines: { level: string; message: string; fields: unknown }[] = [];
  const at =
    (level: string): LogMethod =>
    (message, fields) =>
      void lines.push({ level, message, fields });
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error"), lines };
}
