/** A node of a serialised statement: DuckDB's own shape, of which only what is needed is looked at. */
export type SyntaxNode = Readonly<Record<string, unknown>>;

/** `value` if it is a node. */
export function asNode(value: unknown): SyntaxNode | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as SyntaxNode) : undefined;
}

/** A member that is a text; the empty string if the node has none, as DuckDB leaves out what is empty. */
export function textOf(node: SyntaxNode, member: string): string {
  const value = node[member];
  return typeof value === "string" ? value : "";
}

/** A member that is a list; empty if the node has none. */
export function listOf(node: SyntaxNode, member: string): readonly unknown[] {
  const value = node[member];
  return Array.isArray(value) ? value : [];
}
