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
import type { PluginRecord, StartOperation } from "./plugin-record.ts";
import type { PluginStore } from "./plugin-store.ts";
import type { RequiredPlugin } from "./start-plugin.ts";

/** One plugin that an activation has to bring up. */
export interface ActivationStep {
  readonly record: PluginRecord;
  readonly requires: readonly RequiredPlugin[];
  readonly dependents: ActivationStep[];
  /** Why it cannot be started at all: what it needs is missing, ambiguous, in the wrong version, or circular. */
  readonly problem: PluginError | undefined;
  /** How many of its dependencies are not done with. */
  waitingFor: number;
  /** A required dependency that could not be brought up. */
  failedDependency: PluginRecord | undefined;
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

/**
 * Turns a resolution into steps: startable ones in dependency order, then the others by key. With `select`,
 * what only a plugin that cannot start would have needed is left out: nothing is started in vain.
 */
export function planActivation(
  graph: ResolvedGraph,
  store: PluginStore,
  select?: readonly PluginKey[],
): readonly ActivationStep[] {
  const { resolution } = graph;
  const problems = problemsOf(resolution);
  const steps = new Map<PluginKey, ActivationStep>();
  // Every key of a resolution is one of the store's.
  const recordOf = (key: PluginKey): PluginRecord => store.findKey(key) as PluginRecord;
  const others = new Set<PluginKey>([...problems.keys(), ...resolution.blocked].sort());
  for (const key of [...resolution.order, ...others]) {
    const needed = graph.requirements.get(key) ?? [];
    const requires = needed.map(({ key: required, optional }) => ({ record: recordOf(required), optional }));
    steps.set(key, newStep(recordOf(key), requires, problems.get(key)));
  }
  if (select !== undefined) keepWanted(steps, select, others);
  for (const step of steps.values()) {
    for (const { record } of step.requires) {
      const dependency = steps.get(record.key);
      // What cannot be started anyway waits for nothing.
      if (dependency === undefined || step.problem !== undefined) continue;
      dependency.dependents.push(step);
      step.waitingFor += 1;
    }
  }
  return [...steps.values()];
}

/** Drops what is not reached from the selected plugins; one that cannot start leads only to others that cannot. */
function keepWanted(
  steps: Map<PluginKey, ActivationStep>,
  select: readonly PluginKey[],
  unstartable: ReadonlySet<PluginKey>,
): void {
  const wanted = new Set<PluginKey>(select);
  for (const key of wanted) {
    const step = steps.get(key);
    for (const { record } of step?.requires ?? []) {
      if (!unstartable.has(key) || unstartable.has(record.key)) wanted.add(record.key);
    }
  }
  for (const key of steps.keys()) if (!wanted.has(key)) steps.delete(key);
}

function newStep(
  record: PluginRecord,
  requires: readonly RequiredPlugin[],
  problem: PluginError | undefined,
): ActivationStep {
  return {
    record,
    requires,
    dependents: [],
    problem,
    waitingFor: 0,
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
