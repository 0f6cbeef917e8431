/** Marks every error of floe-core, whichever copy of the package threw it. */
const BRAND: symbol = Symbol.for("floe.error");

/** What every floe error takes besides its message. */
export interface PluginErrorOptions {
  /** What to do about it, as one sentence. Default: the empty string. */
  readonly hint?: string;
  /** What went wrong underneath. */
  readonly cause?: unknown;
}

/** A floe error as plain JSON: these members and the error's own fields. */
export interface PluginErrorJson {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly cause?: { readonly name: string; readonly message: string };
  readonly [field: string]: unknown;
}

/**
 * The base of every error that floe-core throws and every plugin family may extend. Recognise it with
 * {@link isPluginError}, never with `instanceof`: there may be two copies of floe-core in one process.
 *
 * The message reads "Cannot <verb> <noun>: <reason>" and never holds a secret; `code` is stable.
 */
export abstract class PluginError extends Error {
  static {
    Object.defineProperty(this.prototype, BRAND, { value: true });
  }

  /** Stable and unique per class, for example `FLOE_PLUGIN_NOT_FOUND`. */
  readonly code: string;
  /** What to do about it, as one sentence; may be empty. */
  readonly hint: string;

  constructor(code: string, message: string, options: PluginErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    Object.defineProperty(this, "name", { value: new.target.name, writable: true, configurable: true });
    this.code = code;
    this.hint = options.hint ?? "";
  }

  /** Name, code, message, hint, the error's own fields and, in short, its cause. No stack. */
  toJSON(): PluginErrorJson {
    const fields = Object.fromEntries(Object.entries(this).filter(([field]) => field !== "cause"));
    return {
      name: this.name,
      message: this.message,
      ...fields,
      code: this.code,
      hint: this.hint,
      ...(this.cause === undefined ? {} : { cause: describeCause(this.cause) }),
    };
  }
}

/**
 * Whether `error` is a floe error, from this copy of floe-core or another.
 *
 * @example
 * ```ts
 * import { isPluginError, PluginRegistry } from "floe-core";
 * const registry = new PluginRegistry();
 * try {
 *   await registry.get("floe.computes", "duckdb");
 * } catch (error) {
 *   if (isPluginError(error)) console.log(error.code); // FLOE_PLUGIN_NOT_FOUND
 * }
 * ```
 */
export function isPluginError(error: unknown): error is PluginError {
  return typeof error === "object" && error !== null && BRAND in error;
}

function describeCause(cause: unknown): { name: string; message: string } {
  try {
    if (cause instanceof Error) return { name: cause.name, message: cause.message };
  } catch {
    // A member that throws when it is read: what can be said without it follows.
  }
  return { name: typeof cause, message: reasonOf(cause) };
}

/**
 * What was thrown, in words for a message of one's own: an error's message, its name if it has none, and the
 * text of anything else. Never throws: what cannot be read is "something that cannot be shown was thrown".
 *
 * It is what the thrower wrote: where secrets are about, call it on what {@link redactError} returns.
 *
 * @example
 * ```ts
 * import { reasonOf } from "floe-core";
 *
 * console.log(reasonOf(new Error("no such host"))); // no such host
 * console.log(reasonOf(new RangeError(""))); // RangeError
 * console.log(reasonOf("given up")); // given up
 * ```
 */
export function reasonOf(thrown: unknown): string {
  try {
    if (!(thrown instanceof Error)) return String(thrown);
    // Whoever threw it may have put anything there.
    const { message, name }: { readonly message: unknown; readonly name: unknown } = thrown;
    return [message, name].map(String).find((text) => text !== "") ?? "Error";
  } catch {
    return "something that cannot be shown was thrown";
  }
}
