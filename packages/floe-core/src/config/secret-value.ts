import { inspect } from "node:util";

/** On the prototype of every secret, whichever copy of floe-core made it. */
const BRAND: symbol = Symbol.for("floe.secret");

/** What is seen of a secret wherever it is printed, logged or serialised. */
export const SECRET_MASK = "[secret]";

/** A value that shows itself on demand only. */
export interface Secret<T = string> {
  /** The value. Call it where the value is used, and do not store what it returns. */
  reveal(): T;
}

/** A private field holds the value: not even `inspect` with `showHidden` finds it there. */
class SecretValue<T> implements Secret<T> {
  static {
    Object.defineProperty(this.prototype, BRAND, { value: true });
  }

  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
    Object.freeze(this);
  }

  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return SECRET_MASK;
  }

  toJSON(): string {
    return SECRET_MASK;
  }

  [Symbol.toPrimitive](): string {
    return SECRET_MASK;
  }

  [inspect.custom](): string {
    return SECRET_MASK;
  }
}

/** Wraps `value`; it is `[secret]` in templates, JSON, `console.log` and `inspect`. */
export function makeSecret<T>(value: T): Secret<T> {
  return new SecretValue(value);
}

/** Whether `value` is a secret, of this copy of floe-core or another. Never throws. */
export function isSecret(value: unknown): value is Secret<unknown> {
  if (typeof value !== "object" || value === null) return false;
  try {
    return BRAND in value && "reveal" in value && typeof value.reveal === "function";
  } catch {
    // A proxy that does not answer, a revoked one for instance.
    return false;
  }
}
