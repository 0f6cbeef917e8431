/**
 * JSON with the members of every object sorted by name and without what is undefined: equal data, equal text, whatever
 * order it was made in.
 *
 * @param indent Spaces per level. Default: all in one line.
 */
export function canonicalJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, sortMembers, indent);
}

function sortMembers(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
