import { isPluginError } from "../errors/plugin-error.ts";
import { isError } from "./is-error.ts";
import { isPlainObject } from "./is-plain-object.ts";
import { redactorFor, type Redactor } from "./redact-text.ts";
import { isSecret } from "./secret-value.ts";
import { walkValues } from "./walk-values.ts";

/** An error that holds more objects than this is taken to hold a secret among them. */
const MAX_OBJECTS = 1_000;

const NATIVE_ERRORS = [TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError, AggregateError];

/** What an error need not list among its members, and a copy gets first. */
const SET_APART = new Set(["name", "message", "stack", "cause", "errors"]);

/**
 * What was thrown, without any of `secrets`: the very same value if it holds none, else a copy of the same
 * name, code and fields with every secret masked, down its causes and the errors it aggregates. The copy
 * is a floe error if the original is one, and an instance of the same built-in class. Members that are
 * neither text, number, list nor plain object are left out of it. Never throws.
 *
 * @example
 * ```ts
 * import { redactError } from "floe-core";
 *
 * const clean = redactError(new Error("no access with correct horse"), ["correct horse"]);
 * console.log(String(clean)); // Error: no access with [secret]
 * ```
 */
export function redactError(error: unknown, secrets: readonly string[]): unknown {
  const redactor = redactorFor(secrets);
  try {
    return isClean(error, redactor) ? error : (new Redaction(redactor).copyOf(error) ?? new Error(NOT_SHOWN));
  } catch {
    return new Error(NOT_SHOWN);
  }
}

const NOT_SHOWN = "what was thrown cannot be shown";

function isClean(error: unknown, redactor: Redactor): boolean {
  const walk = walkValues(error, MAX_OBJECTS);
  for (let step = walk.next(); ; step = walk.next()) {
    if (step.done === true) return step.value;
    if (typeof step.value === "string" && redactor.holdsSecret(step.value)) return false;
  }
}

/** Copies one thrown value, each object in it once. */
class Redaction {
  readonly #redactor: Redactor;
  readonly #copies = new Map<object, unknown>();

  constructor(redactor: Redactor) {
    this.#redactor = redactor;
  }

  copyOf(value: unknown): unknown {
    if (typeof value === "string") return this.#redactor.redact(value);
    if (typeof value === "function") return undefined;
    if (typeof value !== "object" || value === null || isSecret(value)) return value;
    if (this.#copies.has(value)) return this.#copies.get(value);
    if (this.#copies.size === MAX_OBJECTS) return undefined;
    if (isError(value)) return this.#copyError(value);
    if (Array.isArray(value)) return this.#copyArray(value);
    return isPlainObject(value) ? this.#copyFields(value, this.#remember(value, {})) : undefined;
  }

  #remember<Copy>(original: object, copy: Copy): Copy {
    this.#copies.set(original, copy);
    return copy;
  }

  #copyArray(items: readonly unknown[]): unknown[] {
    const copy: unknown[] = this.#remember(items, []);
    for (const item of items) copy.push(this.copyOf(item));
    return copy;
  }

  #copyError(error: Error): Error {
    const copy = this.#remember(error, new Error(this.#redactor.redact(error.message)));
    Object.setPrototypeOf(copy, prototypeFor(error));
    for (const key of ["name", "stack", "cause", "errors"]) {
      const value = this.copyOf(Reflect.get(error, key));
      if (value !== undefined) Object.defineProperty(copy, key, { value, configurable: true, writable: true });
    }
    return this.#copyFields(error, copy);
  }

  #copyFields<Copy extends object>(original: object, copy: Copy): Copy {
    for (const key of Object.keys(original)) {
      if (isError(original) && SET_APART.has(key)) continue;
      const value = this.copyOf(Reflect.get(original, key));
      if (value === undefined) continue;
      const shown = this.#redactor.redact(key);
      Object.defineProperty(copy, shown, { value, enumerable: true, configurable: true, writable: true });
    }
    return copy;
  }
}

/** An author's own class may read private fields, which a copy has not: it gets the built-in one below it. */
function prototypeFor(error: Error): object | null {
  if (isPluginError(error)) return Object.getPrototypeOf(error) as object | null;
  return (NATIVE_ERRORS.find((kind) => error instanceof kind) ?? Error).prototype;
}
