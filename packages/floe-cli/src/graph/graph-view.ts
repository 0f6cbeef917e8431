import { FLOE_PLUGIN_API_VERSION, isCompatible, type PluginGraph, type PluginInfo, type PluginKey } from "floe-core";
import { dependencyOutcomes, type DependencyOutcome } from "./dependency-outcomes.ts";
import { indexGraph, type GraphIndex } from "./graph-index.ts";
import { rootCause } from "./root-cause.ts";

/**
 * Where a plugin stands: `ready` (it can start), `faulty` (one of its own dependencies cannot be met),
 * `cycle` (it needs itself, through others), `blocked` (something it needs cannot start), `missing` (it is
 * needed and not there).
 */
export type NodeStatus = "ready" | "faulty" | "cycle" | "blocked" | "missing";

/** A plugin in the picture. */
export interface GraphNode {
  /** A plugin's key; for what is missing, the dependency as stated. */
  readonly key: string;
  readonly status: NodeStatus;
  readonly version: string | null;
  readonly package: string | null;
  /** The wave in which it starts, from 1; null if it does not. */
  readonly wave: number | null;
  /** The plugin because of which a blocked one cannot start. */
  readonly becauseOf: PluginKey | null;
  /** Why it will not load, as far as that is known without trying. */
  readonly refused: "conflict" | "incompatible" | null;
}

/** A need: an arrow from a plugin to what it needs. An ambiguous one has an arrow to every candidate. */
export interface GraphEdge extends Omit<DependencyOutcome, "plugins"> {
  readonly from: PluginKey;
  /** The key of a node. */
  readonly to: string;
}

/** Plugins and their needs, as every format draws them. Plain JSON. */
export interface GraphView {
  /** In the order in which they start; then those that cannot, by key; then what is missing. */
  readonly nodes: readonly GraphNode[];
  /** In the order of the nodes, then as stated. */
  readonly edges: readonly GraphEdge[];
  /** Closed paths, first = last. */
  readonly cycles: readonly (readonly PluginKey[])[];
}

/** What there is to draw of a graph. @param infos At least the plugins that the graph names. */
export function graphView(graph: PluginGraph, infos: readonly PluginInfo[]): GraphView {
  const index = indexGraph(graph, infos);
  const { order, cycles } = graph.resolution;
  const unable = Object.keys(graph.requirements).filter((key) => !index.waves.has(key));
  const known = [...order, ...unable.sort()].flatMap((key) => index.infos.get(key) ?? []);
  const edges = known.flatMap((info) => edgesOf(info, index));
  const missing = new Set(edges.filter(({ status }) => status === "missing").map(({ to }) => to));
  return { nodes: [...known.map((info) => graphNode(info, index)), ...[...missing].sort().map(missingNode)], edges, cycles };
}

/** Where one plugin stands. */
export function graphNode(info: PluginInfo, index: GraphIndex): GraphNode {
  const { key, version, package: from, apiVersion, conflict } = info;
  const isRefused = apiVersion !== undefined && !isCompatible(apiVersion, FLOE_PLUGIN_API_VERSION);
  return {
    key,
    status: statusOf(key, index),
    version,
    package: from?.name ?? null,
    wave: index.waves.get(key) ?? null,
    becauseOf: rootCause(key, index) ?? null,
    refused: conflict !== undefined ? "conflict" : isRefused ? "incompatible" : null,
  };
}

function statusOf(key: PluginKey, { waves, circular, faulty }: GraphIndex): NodeStatus {
  if (waves.has(key)) return "ready";
  if (circular.has(key)) return "cycle";
  return faulty.has(key) ? "faulty" : "blocked";
}

function missingNode(key: string): GraphNode {
  return { key, status: "missing", version: null, package: null, wave: null, becauseOf: null, refused: null };
}

function edgesOf(info: PluginInfo, index: GraphIndex): GraphEdge[] {
  return dependencyOutcomes(info, index).flatMap(({ plugins, ...outcome }) => {
    const targets = plugins.length === 0 ? [outcome.dependency] : plugins;
    return targets.map((to) => ({ from: info.key, to, ...outcome }));
  });
}
