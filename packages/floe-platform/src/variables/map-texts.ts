import type { DocumentPath } from "../document/document-path.ts";

/** No platform file is nested so deep; an object that contains itself is. */
export const MAX_DEPTH = 100;

/** What to do on the way through a value. */
export interface TextMapping {
  /** What stands in place of a text. */
  readonly onText: (text: string, path: DocumentPath) => string;
  /** Called in place of going deeper than `MAX_DEPTH`; the value there is left out. */
  readonly onTooDeep: (path: DocumentPath) => void;
}

/**
 * A copy of `value` with every text replaced. Keys stay as they are, and so do objects of a class, which code
 * may pass: they are values of a plugin's own.
 *
 * @param path Where `value` is in its document.
 */
export function mapTexts(value: unknown, path: DocumentPath, mapping: TextMapping): unknown {
  if (typeof value === "string") return mapping.onText(value, path);
  if (typeof value !== "object" || value === null) return value;
  if (path.length > MAX_DEPTH) {
    mapping.onTooDeep(path);
    return undefined;
  }
  if (Array.isArray(value)) return value.map((item: unknown, index) => mapTexts(item, [...path, index], mapping));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, [...path, key], mapping)]));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Reflect.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
