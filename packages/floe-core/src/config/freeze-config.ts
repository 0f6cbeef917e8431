import { isPlainObject } from "./is-plain-object.ts";

/** What is copied and frozen; everything else is shared. */
type Container = Record<PropertyKey, unknown> | unknown[];

/**
 * A copy of `value` in which every plain object and array is frozen, however deep, and cycles are kept.
 * The original stays as it is. What is neither, such as a Secret, a Date or a function, is shared with
 * the original, untouched.
 */
export function freezeConfig<Value>(value: Value): Value {
  if (!isContainer(value)) return value;
  const copies = new Map<Container, Container>();
  const copyOf = (original: Container): Container => {
    const copy = copies.get(original) ?? emptyLike(original);
    copies.set(original, copy);
    return copy;
  };
  const copy = copyOf(value);
  // A map yields what is added while it is gone through: no recursion, and a cycle ends where it began.
  for (const [original, target] of copies) {
    for (const key of Reflect.ownKeys(original)) {
      if (!Object.prototype.propertyIsEnumerable.call(original, key)) continue;
      const member: unknown = Reflect.get(original, key);
      // Defined, not assigned: a key `__proto__` would set the prototype.
      Object.defineProperty(target, key, { value: isContainer(member) ? copyOf(member) : member, enumerable: true });
    }
    Object.freeze(target);
  }
  return copy as Value;
}

function emptyLike(original: Container): Container {
  return Array.isArray(original) ? [] : (Object.create(Object.getPrototypeOf(original) as object | null) as Container);
}

function isContainer(value: unknown): value is Container {
  return Array.isArray(value) || isPlainObject(value);
}
