import type { Resolution } from "../dependencies/resolution.ts";
import type { ResolvedGraph } from "../dependencies/resolve-graph.ts";
import { CircularDependencyError } from "../errors/circular-dependency-error.ts";
import {
  MissingDependencyError,
  type AmbiguousDependency,
  type MissingDependency,
  type VersionConflict,
} from "../errors/missing-dependency-error.ts";
import type { PluginError } from "../errors/plugin-error.ts";
import type { PluginKey } from "../plugin-key.ts";
import type { PluginRecord } from "./plugin-record.ts";
import type { StartOperation } from "./start-operation.ts";
import type { Needs } from "./start-plugin.ts";

const NONE: readonly never[] = Object.freeze([]);

/** One plugin that an activation has to bring up. */
export interface ActivationStep extends Needs {
  /** Its number in the graph. */
  readonly id: number;
  readonly record: PluginRecord;
  /** Why it cannot be started at all: what it needs is missing, ambiguous, in the wrong version, or circular. */
  readonly problem: PluginError | undefined;
  /** A required dependency that could not be brought up. */
  failedDependency: ActivationStep | undefined;
  isDone: boolean;
  /** The start this activation waits for, its own or one it joined. */
  operation: StartOperation | undefined;
  /** Whether the start is this activation's own. */
  startedHere: boolean;
  error: PluginError | undefined;
  durationMs: number;
}

/** What one plugin needs and cannot have. */
interface Unmet {
  readonly missing: MissingDependency[];
  readonly ambiguous: AmbiguousDependency[];
  readonly versionConflicts: VersionConflict[];
}

/** What an activation has to bring up, and who waits for whom. */
export interface ActivationPlan {
  /** What can start in dependency order, then the rest by key. */
  readonly steps: readonly ActivationStep[];
  /** Those that wait for nothing to begin with. */
  readonly ready: readonly ActivationStep[];
  /** Tells those that wait for a step how it came out; answers which of them wait for nothing any more, by key. */
  readonly release: (done: ActivationStep) => readonly ActivationStep[];
}

/**
 * Turns a resolution into steps. With `select`, what only a plugin that cannot start would have needed is left
 * out: nothing is started in vain.
 */
export function planActivation(resolved: ResolvedGraph<PluginRecord>, select?: readonly PluginKey[]): ActivationPlan {
  const { graph, order, standing } = resolved;
  const { nodes } = graph.known;
  const wanted = select === undefined ? undefined : wantedOf(resolved, select);
  const problems = problemsOf(resolved.resolution);
  const steps: ActivationStep[] = [];
  /** By number, like the next: going from plugin to plugin at random, small numbers side by side are much nearer than objects. */
  const stepOf = new Array<ActivationStep | undefined>(nodes.length);
  /** How many of its dependencies are not done with. */
  const waitingFor = new Int32Array(nodes.length);
  const add = (id: number): void => {
    if (wanted?.has(id) === false) return;
    const record = nodes[id] as PluginRecord;
    const needs = needsOf(resolved, id);
    const step = newStep(id, record, needs, problems.get(record.key));
    stepOf[id] = step;
    waitingFor[id] = needs.required.length + needs.optional.length;
    steps.push(step);
  };
  for (let index = 0; index < order.length; index += 1) add(order[index] as number);
  if (order.length < graph.members.length) {
    const startable = steps.length;
    for (let id = 0; id < nodes.length; id += 1) if ((standing[id] as number) < 0) add(id);
    for (const { id, problem } of steps.slice(startable)) {
      // What cannot be started anyway waits for nothing; nor does anyone for what is left out.
      const awaited = problem === undefined ? neededBy(resolved, id) : [];
      waitingFor[id] = awaited.filter((needed) => stepOf[needed] !== undefined).length;
    }
  }
  const ready = steps.filter(({ id }) => waitingFor[id] === 0);
  const { lastEdgeTo, edgeBefore, sources, isOptional } = graph;
  const release = (done: ActivationStep): readonly ActivationStep[] => {
    const { id, error } = done;
    const canStart = (standing[id] as number) > 0;
    let released: ActivationStep[] | undefined;
    for (let edge = lastEdgeTo[id] as number; edge > 0; edge = edgeBefore[edge] as number) {
      if (isOptional[edge] === 1 && !canStart) continue;
      const source = sources[edge] as number;
      const left = (waitingFor[source] as number) - 1;
      waitingFor[source] = left;
      if (left !== 0 && error === undefined) continue;
      const dependent = stepOf[source];
      if (dependent === undefined) continue;
      if (error !== undefined && isOptional[edge] === 0) dependent.failedDependency ??= done;
      if (left === 0) (released ??= []).push(dependent);
    }
    // The edges to a plugin are met from the last to the first.
    return released?.reverse() ?? NONE;
  };
  return { steps, ready, release };
}

/** Whether a plugin waits for the end of an edge: not for an optional dependency that cannot start. */
function counts({ graph, standing }: ResolvedGraph<PluginRecord>, edge: number): boolean {
  return graph.isOptional[edge] === 0 || (standing[graph.targets[edge] as number] as number) > 0;
}

function needsOf(resolved: ResolvedGraph<PluginRecord>, id: number): Needs {
  const { firstEdge, endEdge, targets, isOptional, known } = resolved.graph;
  const first = firstEdge[id] as number;
  const end = endEdge[id] as number;
  // As long as it will be: a list that grows has room for 17, and every record keeps one.
  const required = new Array<PluginRecord>(end - first);
  let optional: PluginRecord[] | undefined;
  let count = 0;
  for (let edge = first; edge < end; edge += 1) {
    const record = known.nodes[targets[edge] as number] as PluginRecord;
    if (isOptional[edge] === 0) {
      required[count] = record;
      count += 1;
    } else if (counts(resolved, edge)) {
      (optional ??= []).push(record);
    }
  }
  required.length = count;
  return { required, optional: optional ?? NONE };
}

/** The numbers of what a plugin needs. */
function neededBy(resolved: ResolvedGraph<PluginRecord>, id: number): number[] {
  const { firstEdge, endEdge, targets } = resolved.graph;
  const needed: number[] = [];
  for (let edge = firstEdge[id] as number; edge < (endEdge[id] as number); edge += 1) {
    if (counts(resolved, edge)) needed.push(targets[edge] as number);
  }
  return needed;
}

/** What is reached from the selected plugins, by number; one that cannot start leads only to others that cannot. */
function wantedOf(resolved: ResolvedGraph<PluginRecord>, select: readonly PluginKey[]): ReadonlySet<number> {
  const { graph, standing } = resolved;
  const canStart = (id: number): boolean => (standing[id] as number) > 0;
  const wanted = new Set(select.flatMap((key) => graph.known.idOf(key) ?? []));
  for (const id of wanted) {
    for (const needed of neededBy(resolved, id)) if (canStart(id) || !canStart(needed)) wanted.add(needed);
  }
  return wanted;
}

function newStep(
  id: number,
  record: PluginRecord,
  { required, optional }: Needs,
  problem: PluginError | undefined,
): ActivationStep {
  return {
    id,
    record,
    required,
    optional,
    problem,
    failedDependency: undefined,
    isDone: false,
    operation: undefined,
    startedHere: false,
    error: undefined,
    durationMs: 0,
  };
}

/** The plugins that are at fault themselves, each with an error that says all that is wrong with it. */
function problemsOf(resolution: Resolution): Map<PluginKey, PluginError> {
  const problems = new Map<PluginKey, PluginError>();
  for (const cycle of resolution.cycles) {
    for (const key of cycle) problems.set(key, new CircularDependencyError({ verb: "start", cycles: [cycle] }));
  }
  const unmet = new Map<PluginKey, Unmet>();
  const unmetOf = (key: PluginKey): Unmet => {
    const present = unmet.get(key) ?? { missing: [], ambiguous: [], versionConflicts: [] };
    unmet.set(key, present);
    return present;
  };
  for (const one of resolution.missing) if (one.plugin !== undefined) unmetOf(one.plugin).missing.push(one);
  for (const one of resolution.ambiguous) unmetOf(one.plugin).ambiguous.push(one);
  for (const one of resolution.versionConflicts) unmetOf(one.plugin).versionConflicts.push(one);
  for (const [key, lists] of unmet) problems.set(key, new MissingDependencyError({ verb: "start", ...lists }));
  return problems;
}
