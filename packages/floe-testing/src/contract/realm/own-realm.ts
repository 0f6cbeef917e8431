/**
 * `value` with every array and plain object in it made anew, of the realm that this module runs in. jest runs modules
 * in a realm of their own: there, what Node itself makes (`structuredClone`, `fs`, `fetch`) has other prototypes, and
 * strict comparisons take equal data for different. Anything else, instances of classes for one, stays what it is.
 */
export function ownRealm<Value>(value: Value): Value {
  return adopt(value, new Map()) as Value;
}

function adopt(value: unknown, known: Map<object, object>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const before = known.get(value);
  if (before !== undefined) return before;
  const made = emptyLike(value);
  if (made === undefined) return value;
  known.set(value, made);
  for (const key of Reflect.ownKeys(value)) {
    if (!Object.prototype.propertyIsEnumerable.call(value, key)) continue;
    const inner = adopt(Reflect.get(value, key), known);
    // Setting would call the setter of `__proto__`.
    Object.defineProperty(made, key, { value: inner, enumerable: true, writable: true, configurable: true });
  }
  return made;
}

/** An empty one of the same kind; undefined for what is neither an array nor a plain object. */
function emptyLike(value: object): object | undefined {
  const prototype = Reflect.getPrototypeOf(value);
  if (Array.isArray(value)) {
    // The prototype of arrays is an array in every realm, that of a class which extends them is none.
    return Array.isArray(prototype) ? Object.assign([], { length: value.length }) : undefined;
  }
  if (prototype === null) return Object.create(null) as object;
  return Reflect.getPrototypeOf(prototype) === null ? {} : undefined;
}
