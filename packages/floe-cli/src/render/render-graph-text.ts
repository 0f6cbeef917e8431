import type { DependencyStatus } from "../graph/dependency-outcomes.ts";
import type { GraphEdge, GraphNode, GraphView } from "../graph/graph-view.ts";
import type { ColorTheme } from "../output/color-theme.ts";
import { countOf } from "./format-count.ts";
import { renderOutcome } from "./render-outcome.ts";

/** The plugins by the waves in which they start, each with what it needs; then those that cannot start, and why. */
export function renderGraphText({ nodes, edges, cycles }: GraphView, theme: ColorTheme): string {
  const needs = needsByPlugin(edges);
  const block = (title: string, members: readonly GraphNode[]): string[] =>
    members.length === 0 ? [] : [[title, ...members.flatMap((node) => linesOf(node, needs.get(node.key) ?? [], theme))].join("\n")];
  const waves = Math.max(0, ...nodes.map(({ wave }) => wave ?? 0));
  const blocks = Array.from({ length: waves }, (_, index) =>
    block(theme.bold(`Wave ${index + 1}`), nodes.filter(({ wave }) => wave === index + 1)),
  );
  const unable = nodes.filter(({ wave, status }) => wave === null && status !== "missing");
  const paths = cycles.map((path) => `${theme.red("cycle")}: ${path.join(" -> ")}`);
  return [
    ...blocks.flat(),
    ...block(theme.bold(`Cannot start (${countOf(unable.length, "plugin")})`), unable),
    ...(paths.length === 0 ? [] : [paths.join("\n")]),
  ].join("\n\n");
}

function linesOf(node: GraphNode, needs: readonly Need[], theme: ColorTheme): string[] {
  const { key, version, status, becauseOf, refused } = node;
  const marks = [
    ...(refused === "conflict" ? [theme.red("several packages offer it")] : []),
    ...(refused === "incompatible" ? [theme.red("its plugin API does not fit")] : []),
    ...(status === "cycle" ? [theme.red("in a cycle")] : []),
    ...(becauseOf === null ? [] : [theme.yellow(`blocked because of ${becauseOf}`)]),
  ];
  const mark = marks.length === 0 ? "" : `: ${marks.join(", ")}`;
  const head = `  ${key}${version === null || version === "" ? "" : ` ${theme.dim(version)}`}${mark}`;
  return [head, ...needs.map(({ edge, targets }) => `    needs ${renderOutcome(edge, targets, theme)}`)];
}

interface Need {
  readonly edge: GraphEdge;
  readonly targets: string[];
}

/** By plugin. The arrows of one ambiguous dependency are one need. */
function needsByPlugin(edges: readonly GraphEdge[]): ReadonlyMap<string, readonly Need[]> {
  const needs = new Map<string, Need[]>();
  const hasTarget = (status: DependencyStatus): boolean => status !== "missing";
  for (const edge of edges) {
    const own = needs.get(edge.from) ?? [];
    const last = own.at(-1);
    if (edge.status === "ambiguous" && last?.edge.dependency === edge.dependency) last.targets.push(edge.to);
    else own.push({ edge, targets: hasTarget(edge.status) ? [edge.to] : [] });
    needs.set(edge.from, own);
  }
  return needs;
}
