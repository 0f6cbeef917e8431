import { types } from "node:util";
import { isError } from "./is-error.ts";

/**
 * Yields everything that can be reached from `root` through own enumerable members, map entries and set
 * members, and through what an error holds without listing it; each object once, the near before the far.
 * What cannot be read is left out.
 *
 * @param limit how many objects are opened at most.
 * @param alsoIn what else is to be seen of an object.
 * @returns whether everything was seen.
 */
export function* walkValues(
  root: unknown,
  limit: number,
  alsoIn: (object: object) => readonly unknown[] = () => [],
): Generator<unknown, boolean> {
  const opened = new Set<object>();
  yield root;
  if (isOpenable(root)) opened.add(root);
  // A set yields what is added while it is gone through.
  for (const object of opened) {
    for (const value of [...membersOf(object), ...alsoIn(object)]) {
      yield value;
      if (!isOpenable(value) || opened.has(value)) continue;
      if (opened.size === limit) return false;
      opened.add(value);
    }
  }
  return true;
}

function isOpenable(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function membersOf(object: object): unknown[] {
  // Typed arrays hold numbers only, and may hold millions.
  if (ArrayBuffer.isView(object)) return [];
  try {
    const keys = isError(object) ? [...HIDDEN_IN_ERRORS, ...Object.keys(object)] : Object.keys(object);
    const members = keys.map((key) => read(object, key));
    if (types.isMap(object)) return members.concat([...object.keys()], [...object.values()]);
    return types.isSet(object) ? members.concat([...object]) : members;
  } catch {
    // A proxy that does not answer, or a map of a class that does not.
    return [];
  }
}

const HIDDEN_IN_ERRORS = ["name", "message", "stack", "cause", "errors"];

/** A member, undefined if it cannot be read. */
export function read(object: object, key: string): unknown {
  try {
    return Reflect.get(object, key);
  } catch {
    return undefined;
  }
}
