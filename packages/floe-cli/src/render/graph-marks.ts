import type { GraphEdge, GraphNode } from "../graph/graph-view.ts";

/** What stands in a node's box, a line each: its key, its version, and why it will not start. */
export function nodeLines({ key, version, status, refused }: GraphNode): readonly string[] {
  const mark = refused ?? (status === "ready" ? "" : status);
  return [key, version ?? "", mark].filter((line) => line !== "");
}

/** What stands at an arrow; empty for a need that is met, whatever version it asks for. */
export function edgeText({ dependency, range, status, found }: GraphEdge): string {
  if (status === "ambiguous") return `${dependency}?`;
  return status === "version_conflict" ? `needs ${range ?? ""}, found ${found ?? "unknown"}` : "";
}

/** Whether an arrow stands for something that goes wrong, and is drawn in red. */
export function isFaultyEdge({ status, optional }: GraphEdge): boolean {
  return status === "ambiguous" || status === "version_conflict" || status === "cycle" || (status === "missing" && !optional);
}
