import { quoteIdentifier } from "../sql/quote-identifier.ts";

/** The condition under which the rows `old` and `new` have the same key; NULL counts as a value. */
export function sameKey(uniqueKey: readonly string[]): string {
  return uniqueKey.map(quoteIdentifier).map((column) => `old.${column} IS NOT DISTINCT FROM new.${column}`).join(" AND ");
}
