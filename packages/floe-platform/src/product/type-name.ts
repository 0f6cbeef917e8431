/** What a value is, in the words of YAML. */
export function typeName(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
      return "a text";
    case "object":
      return "a mapping";
    default:
      return `a ${typeof value}`;
  }
}
