import type { PluginKey } from "../plugin-key.ts";
import type { PluginDependency } from "../plugin/plugin-dependency.ts";
import { judgeRange } from "../version/judge-range.ts";
import { candidateFinder, type CandidateFinder } from "./candidate-finder.ts";
import type { GraphProblems } from "./graph-problems.ts";
import type { KnownPlugins } from "./known-plugins.ts";
import { readDependency } from "./read-dependency.ts";

/** The plugin that a dependency means. */
export interface DependencyMatch {
  readonly target: number;
  readonly optional: boolean;
}

/** Finds out which plugin a dependency means, however it is written, and reports what is wrong with it. */
export class DependencyMatcher {
  readonly #known: KnownPlugins;
  readonly #problems: GraphProblems;
  readonly #chosen: readonly PluginKey[];
  #findCandidates: CandidateFinder | undefined;

  /** @param chosen the plugins selected for their types. */
  constructor(known: KnownPlugins, problems: GraphProblems, chosen: readonly PluginKey[]) {
    this.#known = known;
    this.#problems = problems;
    this.#chosen = chosen;
  }

  /** The one plugin that `dependency` of `dependent` means; undefined if there is none, or several. */
  match(dependent: number, dependency: PluginDependency): DependencyMatch | undefined {
    const wanted = readDependency(dependency);
    this.#findCandidates ??= candidateFinder(this.#known, this.#chosen);
    const [target, ...more] = this.#findCandidates(wanted, dependent);
    if (target === undefined) {
      if (!wanted.optional) this.#problems.addMissing(dependent, wanted);
      return undefined;
    }
    if (more.length > 0) {
      this.#problems.addAmbiguous(dependent, wanted, [target, ...more]);
      return undefined;
    }
    this.#judge(dependent, target, wanted.range);
    return { target, optional: wanted.optional };
  }

  #judge(dependent: number, target: number, range: string | undefined): void {
    if (range === undefined) return;
    const version = this.#known.nodes[target]?.version;
    const { satisfied, problem: reason } = judgeRange(version, range);
    if (satisfied) return;
    const found = version ?? "unknown";
    this.#problems.addVersionConflict(dependent, target, { range, found, ...(reason === undefined ? {} : { reason }) });
  }
}
