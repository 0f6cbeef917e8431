/** A JSON object from outside: read it with {@link own} or `Object.entries`, never by a bare index. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether `value` is what JSON calls an object. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object's own member `key`; what it inherits (`constructor`, `__proto__`) is not there. */
export function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
