/** What schemas and their issues are made of, read without knowing the library that made them. */
export type Parts = Readonly<Record<string, unknown>>;

/** `value` as something to read members from; empty for what has none. */
export function partsOf(value: unknown): Parts {
  return isObject(value) ? value : {};
}

/** `value` if it is a list, else an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** `value` as a path: its steps that can be steps. */
export function pathOf(value: unknown): readonly PropertyKey[] {
  return listOf(value).filter((step) => typeof step === "string" || typeof step === "number" || typeof step === "symbol");
}

function isObject(value: unknown): value is Parts {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
