import { isPlainObject } from "./is-plain-object.ts";

/** What is copied and frozen; everything else is shared. */
type Container = Record<PropertyKey, unknown> | unknown[];

/** From what to what was copied. */
type Copies = Map<Container, Container>;

/** How many containers are copied before it is asked whether one came twice, as it does in a ring. */
const MAX_WITHOUT_MEMORY = 1_000;

/**
 * A copy of `value` in which every plain object and array is frozen, however deep, and cycles are kept.
 * The original stays as it is. What is neither, such as a Secret, a Date or a function, is shared with
 * the original, untouched; and so is what is kept under a symbol. One object that stands in two places may
 * become two copies, and of a plain array only the elements are copied: to look for symbols or for named
 * members in each would make copying an ordinary configuration a third slower.
 */
export function freezeConfig<Value>(value: Value): Value {
  if (!isContainer(value)) return value;
  // Remembering what was copied takes as long as copying it, and nearly every configuration is a small tree.
  return (frozenCopy(value, undefined) ?? frozenCopy(value, new Map())) as Value;
}

/**
 * @param copies without it, what stands in two places is copied for each.
 * @returns undefined if that came to too much.
 */
function frozenCopy(original: Container, copies: Copies | undefined): Container | undefined {
  const limit = copies === undefined ? MAX_WITHOUT_MEMORY : Number.POSITIVE_INFINITY;
  const made: Container[] = [];
  const copy = copyOf(original, made, copies);
  // A list yields what is added while it is gone through: no recursion, however deep it goes.
  for (const target of made) {
    if (Array.isArray(target)) {
      for (let index = 0; index < target.length; index += 1) {
        const member = target[index];
        if (!isContainer(member)) continue;
        target[index] = copyOf(member, made, copies);
        if (made.length > limit) return undefined;
      }
    } else {
      // Half the time of `Object.keys`. What is inherited is not copied.
      for (const key in target) {
        const member = target[key];
        if (!isContainer(member) || !Object.hasOwn(target, key)) continue;
        target[key] = copyOf(member, made, copies);
        if (made.length > limit) return undefined;
      }
    }
    Object.freeze(target);
  }
  return copy;
}

function copyOf(original: Container, made: Container[], copies: Copies | undefined): Container {
  const known = copies?.get(original);
  if (known !== undefined) return known;
  const copy = Array.isArray(original) ? copyOfList(original) : copyOfObject(original);
  copies?.set(original, copy);
  made.push(copy);
  return copy;
}

/** A list of a class of its own becomes a plain one; `slice` would make another of that class. */
function copyOfList(original: readonly unknown[]): unknown[] {
  const { constructor } = original;
  return constructor === Array ? original.slice() : Object.assign([], original);
}

function copyOfObject(original: Record<PropertyKey, unknown>): Record<PropertyKey, unknown> {
  const prototype = Object.getPrototypeOf(original) as object | null;
  // What is spread is defined, not assigned: a key `__proto__` would set the prototype. It takes three times as long to freeze.
  if (prototype === Object.prototype && !Object.hasOwn(original, "__proto__")) return Object.assign({}, original);
  return Object.setPrototypeOf({ ...original }, prototype) as Record<PropertyKey, unknown>;
}

function isContainer(value: unknown): value is Container {
  return Array.isArray(value) || isPlainObject(value);
}
