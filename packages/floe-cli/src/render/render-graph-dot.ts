import type { GraphNode, GraphView } from "../graph/graph-view.ts";
import { edgeText, isFaultyEdge, nodeLines } from "./graph-marks.ts";

const NODE_STYLES: Readonly<Record<GraphNode["status"], string>> = {
  ready: "",
  faulty: ", color=red",
  cycle: ", color=red",
  blocked: ", color=gray, fontcolor=gray40, style=filled, fillcolor=gray90",
  missing: ", style=dashed",
};

/**
 * The graph in Graphviz's language: an arrow leads to what is needed, a dashed one to what is optional; what is
 * wrong is red, what is blocked grey, what is missing has a dashed line around it.
 */
export function renderGraphDot({ nodes, edges }: GraphView): string {
  const ids = new Map(nodes.map(({ key }, index) => [key, `n${index + 1}`]));
  return [
    "digraph plugins {",
    "  rankdir=LR;",
    "  node [shape=box];",
    ...nodes.map((node, index) => `  n${index + 1} [label=${quoteLines(nodeLines(node))}${NODE_STYLES[node.status]}];`),
    ...edges.flatMap((edge) => {
      const [from, to] = [ids.get(edge.from), ids.get(edge.to)];
      if (from === undefined || to === undefined) return [];
      const text = edgeText(edge);
      const attributes = [
        ...(edge.optional ? ["style=dashed"] : []),
        ...(isFaultyEdge(edge) ? ["color=red"] : []),
        ...(text === "" ? [] : [`label=${quoteLines([text])}`]),
      ];
      return `  ${from} -> ${to}${attributes.length === 0 ? "" : ` [${attributes.join(", ")}]`};`;
    }),
    "}",
  ].join("\n");
}

/** A quoted text in which nothing is taken for an escape (`\N`), the end of the text, or an entity (`&amp;`). */
function quoteLines(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line.replaceAll(/\p{Cc}/gu, " ").replaceAll("&", "&amp;").replaceAll(/["\\]/g, String.raw`\$&`),
  );
  return `"${escaped.join(String.raw`\n`)}"`;
}
