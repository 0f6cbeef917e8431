import { inspect, types } from "node:util";
import { isError } from "./is-error.ts";
import { isPlainObject } from "./is-plain-object.ts";

/** More bytes than this are not decoded. */
const MAX_BYTES = 1_048_576;

/** What an object puts in its own place where it is logged; each is undefined if it has none or throws. */
export interface Shown {
  /** The answer of its `toJSON`. */
  readonly json: unknown;
  /** Its bytes as UTF-8, or its text, unless that is the one every object has. */
  readonly text: string | undefined;
  /** What `console.log` prints of an object of an author's own class, its members' members left out. */
  readonly inspected: string | undefined;
}

/**
 * What `object` shows of itself besides its members. Never throws.
 *
 * @returns undefined if it has too many bytes to be looked through.
 */
export function shownBy(object: object): Shown | undefined {
  if (types.isAnyArrayBuffer(object) || ArrayBuffer.isView(object)) {
    if (object.byteLength > MAX_BYTES) return undefined;
    return { json: undefined, text: attempt(() => decode(object)), inspected: undefined };
  }
  return {
    json: attempt(() => callToJson(object)),
    text: attempt(() => textOf(object)),
    inspected: attempt(() => inspectOwn(object)),
  };
}

function decode(bytes: ArrayBufferLike | ArrayBufferView): string {
  const buffer = ArrayBuffer.isView(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : Buffer.from(bytes);
  return buffer.toString("utf8");
}

function callToJson(object: object): unknown {
  const toJson: unknown = Reflect.get(object, "toJSON");
  return typeof toJson === "function" ? (Reflect.apply(toJson, object, []) as unknown) : undefined;
}

function textOf(object: unknown): string | undefined {
  // A list's text is that of its items.
  if (Array.isArray(object)) return undefined;
  const text = String(object);
  return text.startsWith("[object ") && text.endsWith("]") ? undefined : text;
}

/** It finds what a class keeps to itself and prints all the same, such as headers. */
function inspectOwn(object: object): string | undefined {
  if (Array.isArray(object) || isPlainObject(object) || isError(object)) return undefined;
  return inspect(object, { depth: 0, maxArrayLength: null, maxStringLength: null, breakLength: Infinity });
}

function attempt<Answer>(read: () => Answer): Answer | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
