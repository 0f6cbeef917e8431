/** What `value` is, in the words of JSON where there is one: null, array, object, string, number, ... */
export function typeName(value: unknown): string {
  if (value === null) return "null";
  try {
    if (Array.isArray(value)) return "array";
  } catch {
    // A revoked proxy does not even answer that, and its type has to be named all the more.
  }
  return typeof value;
}
