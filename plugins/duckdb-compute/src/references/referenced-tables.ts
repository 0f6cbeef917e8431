import { findTables } from "./find-tables.ts";
import type { SyntaxNode } from "./syntax-node.ts";
import { formatTableName } from "./table-name.ts";

/** The names of the tables that a serialised SELECT reads, sorted; of names that differ in case only, the first. */
export function referencedTables(statement: SyntaxNode): readonly string[] {
  const byName = new Map<string, string>();
  for (const name of findTables(statement).map(formatTableName).sort()) {
    if (!byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), name);
  }
  return [...byName.values()].sort();
}
