import { asNode, listOf, textOf, type SyntaxNode } from "./syntax-node.ts";

/** One name of a WITH. */
export interface Cte {
  readonly name: string;
  /** What is written behind the name, `c(x, y)`; of a recursive one with USING KEY there is more to it. */
  readonly definition: SyntaxNode;
}

/** The CTEs of a query's WITH, in the order they are written. */
export function ctesOf(query: SyntaxNode): readonly Cte[] {
  return listOf(asNode(query["cte_map"]) ?? {}, "map").map((entry) => {
    const one = asNode(entry) ?? {};
    return { name: textOf(one, "key"), definition: asNode(one["value"]) ?? {} };
  });
}
