import type { GraphNode, GraphView } from "../graph/graph-view.ts";
import { edgeText, isFaultyEdge, nodeLines } from "./graph-marks.ts";

/** How the nodes of each standing look; those that can start look as Mermaid likes. */
const STYLES = {
  faulty: "stroke:#c00,stroke-width:2px",
  cycle: "stroke:#c00,stroke-width:2px",
  blocked: "fill:#ddd,stroke:#888,color:#555",
  missing: "stroke-dasharray:5 5",
} as const;

/**
 * The graph as a Mermaid flowchart, which Markdown pages show: an arrow leads to what is needed, a dashed one to
 * what is optional; what is wrong is red, what is blocked grey, what is missing has a dashed line around it.
 */
export function renderGraphMermaid({ nodes, edges }: GraphView): string {
  const ids = new Map(nodes.map(({ key }, index) => [key, `n${index + 1}`]));
  const drawn = edges.flatMap((edge) => {
    const [from, to] = [ids.get(edge.from), ids.get(edge.to)];
    return from === undefined || to === undefined ? [] : [{ edge, from, to }];
  });
  const red = drawn.flatMap(({ edge }, index) => (isFaultyEdge(edge) ? [index] : []));
  const lines = [
    "flowchart LR",
    ...nodes.map((node, index) => `  n${index + 1}["${nodeLines(node).map(escapeMermaid).join("<br/>")}"]`),
    ...drawn.map(({ edge, from, to }) => {
      const text = edgeText(edge);
      return `  ${from} ${edge.optional ? "-.->" : "-->"}${text === "" ? "" : `|"${escapeMermaid(text)}"|`} ${to}`;
    }),
    ...Object.entries(STYLES).flatMap(([status, style]) => classLines(status, style, nodes)),
    ...(red.length === 0 ? [] : [`  linkStyle ${red.join(",")} stroke:#c00`]),
  ];
  return lines.join("\n");
}

function classLines(status: string, style: string, nodes: readonly GraphNode[]): string[] {
  const members = nodes.flatMap((node, index) => (node.status === status ? [`n${index + 1}`] : []));
  return members.length === 0 ? [] : [`  classDef ${status} ${style}`, `  class ${members.join(",")} ${status}`];
}

/** Everything that Mermaid or HTML could take for more than text, as Mermaid's own entity: `#34;`. */
function escapeMermaid(text: string): string {
  return text.replaceAll(/[^\w .:/@-]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 32 ? " " : `#${code};`;
  });
}
