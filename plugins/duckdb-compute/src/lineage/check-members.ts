import type { SyntaxNode } from "../references/syntax-node.ts";
import { Unclear } from "./unclear.ts";

/**
 * Makes sure that the node says nothing but what is understood: DuckDB leaves out what is empty or as usual, so
 * a member more is a construct more, perhaps one of a later version.
 *
 * @throws Unclear naming the member.
 */
export function checkMembers(node: SyntaxNode, understood: readonly string[]): void {
  for (const member of Object.keys(node)) {
    if (!understood.includes(member) && !HARMLESS.has(member)) throw new Unclear(`${String(node["type"])} with ${member}`);
  }
}

const HARMLESS: ReadonlySet<string> = new Set(["type", "class", "alias", "query_location"]);
