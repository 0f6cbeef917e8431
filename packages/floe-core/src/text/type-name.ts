/** What `value` is, in the words of JSON where there is one: null, array, object, string, number, ... */
export function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value;
}
