import { types } from "node:util";
import { isPluginError } from "../errors/plugin-error.ts";
import { isError } from "./is-error.ts";
import { isPlainObject } from "./is-plain-object.ts";
import { redactNumber } from "./redact-number.ts";
import { redactorFor, type Redactor } from "./redact-text.ts";
import { isSecret } from "./secret-value.ts";
import { shownBy } from "./shown-by.ts";
import { read, walkValues } from "./walk-values.ts";

/** An error that holds more objects than this is taken to hold a secret among them. */
const MAX_OBJECTS = 1_000;

const NATIVE_ERRORS = [TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError, AggregateError];

/** What an error need not list among its members, and a copy gets first. */
const SET_APART = new Set(["name", "message", "stack", "cause", "errors"]);

/** Every floe error has these members: they tell nothing, also where a secret happens to read the same. */
const KEPT_IN_ERRORS = new Set([...SET_APART, "code", "hint"]);

/**
 * What was thrown, without any of `secrets`: the very same value if it holds none, else a copy of the same
 * name, code and fields with every secret masked, down its causes and the errors it aggregates. The copy
 * is a floe error if the original is one, and an instance of the same built-in class. A number whose text is a
 * secret becomes `[secret]`. An object of another class (a URL, a Buffer) becomes the answer of its `toJSON`,
 * else its text or its bytes as text, and is left out if it has none; Maps and Sets are copied. Never throws.
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
  const walk = walkValues(error, MAX_OBJECTS, textsIn);
  for (let step = walk.next(); ; step = walk.next()) {
    if (step.done === true) return step.value;
    const { value } = step;
    if (value === TOO_LARGE) return false;
    if (typeof value === "string" && redactor.holdsSecret(value)) return false;
    if ((typeof value === "number" || typeof value === "bigint") && redactNumber(value, redactor) !== value) return false;
  }
}

const TOO_LARGE = Symbol("too large");

/** What is seen of an object besides its members: its keys, and what it shows in its own place. */
function textsIn(object: object): readonly unknown[] {
  const shown = shownBy(object);
  if (shown === undefined) return [TOO_LARGE];
  return [...shownKeys(object), shown.json, shown.text, shown.inspected];
}

function shownKeys(object: object): readonly string[] {
  // The keys of these are numbers.
  if (Array.isArray(object) || ArrayBuffer.isView(object)) return [];
  try {
    const keys = Object.keys(object);
    return isError(object) ? keys.filter((key) => !KEPT_IN_ERRORS.has(key)) : keys;
  } catch {
    return [];
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
    if (typeof value === "number" || typeof value === "bigint") return redactNumber(value, this.#redactor);
    if (typeof value === "function") return undefined;
    if (typeof value !== "object" || value === null) return value;
    try {
      return isSecret(value) ? value : this.#copyObject(value);
    } catch {
      // A revoked proxy, for one: what cannot be read is left out.
      return undefined;
    }
  }

  #copyObject(value: object): unknown {
    if (this.#copies.has(value)) return this.#copies.get(value);
    if (this.#copies.size === MAX_OBJECTS) return undefined;
    if (isError(value)) return this.#copyError(value);
    if (Array.isArray(value)) return this.#copyArray(value);
    if (types.isMap(value)) return this.#copyMap(value);
    if (types.isSet(value)) return this.#copySet(value);
    return isPlainObject(value) ? this.#copyFields(value, this.#remember(value, {})) : this.#copyShown(value);
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

  #copyMap(entries: ReadonlyMap<unknown, unknown>): Map<unknown, unknown> {
    const copy = this.#remember(entries, new Map<unknown, unknown>());
    for (const [key, value] of entries) copy.set(this.copyOf(key), this.copyOf(value));
    return copy;
  }

  #copySet(members: ReadonlySet<unknown>): Set<unknown> {
    const copy = this.#remember(members, new Set<unknown>());
    for (const member of members) copy.add(this.copyOf(member));
    return copy;
  }

  #copyShown(value: object): unknown {
    // Its toJSON may answer with what holds it.
    this.#remember(value, undefined);
    const shown = shownBy(value);
    return this.#remember(value, this.copyOf(shown?.json ?? shown?.text));
  }

  #copyError(error: Error): Error {
    const copy = this.#remember(error, new Error(this.#redactor.redact(error.message)));
    Object.setPrototypeOf(copy, prototypeFor(error));
    for (const key of ["name", "stack", "cause", "errors"]) {
      const value = this.copyOf(read(error, key));
      if (value !== undefined) Object.defineProperty(copy, key, { value, configurable: true, writable: true });
    }
    return this.#copyFields(error, copy);
  }

  #copyFields<Copy extends object>(original: object, copy: Copy): Copy {
    for (const key of Object.keys(original)) {
      if (isError(original) && SET_APART.has(key)) continue;
      const value = this.copyOf(read(original, key));
      if (value === undefined) continue;
      const shown = isError(original) && KEPT_IN_ERRORS.has(key) ? key : this.#redactor.redact(key);
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
