import { isError } from "./is-error.ts";

/**
 * Yields everything that can be reached from `root` through own enumerable members, map entries and set
 * members, and through what an error holds without listing it; each object once, the near before the far.
 * What cannot be read is left out.
 *
 * @param limit how many objects are opened at most.
 * @returns whether everything was seen.
 */
export function* walkValues(root: unknown, limit: number): Generator<unknown, boolean> {
  const opened = new Set<object>();
  yield root;
  if (isOpenable(root)) opened.add(root);
  // A set yields what is added while it is gone through.
  for (const object of opened) {
    for (const value of membersOf(object)) {
      yield value;
      if (!isOpenable(value) || opened.has(value)) continue;
      if (opened.size === limit) return false;
      opened.add(value);
    }
  }
  return true;
}

/** Typed arrays hold numbers only, and may hold millions. */
function isOpenable(value: unknown): value is object {
  return typeof value === "object" && value !== null && !ArrayBuffer.isView(value);
}

function membersOf(object: object): unknown[] {
  try {
    const keys = isError(object) ? [...HIDDEN_IN_ERRORS, ...Object.keys(object)] : Object.keys(object);
    const members = keys.map((key) => read(object, key));
    if (object instanceof Map) return members.concat([...object.keys()], [...object.values()]);
    return object instanceof Set ? members.concat([...object]) : members;
  } catch {
    // A proxy that does not answer, or a class that only looks like a map.
    return [];
  }
}

const HIDDEN_IN_ERRORS = ["name", "message", "stack", "cause", "errors"];

function read(object: object, key: string): unknown {
  try {
    return Reflect.get(object, key);
  } catch {
    return undefined;
  }
}
