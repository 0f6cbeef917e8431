import type {
  AmbiguousDependency,
  MissingDependency,
  VersionConflict,
} from "../errors/missing-dependency-error.ts";
import type { PluginKey } from "../plugin-key.ts";
import type { KnownPlugins } from "./known-plugins.ts";
import { nearestFinder } from "./nearest-finder.ts";
import type { WantedPlugin } from "./read-dependency.ts";

/** The three lists of a resolution that say which dependencies cannot be met. */
export interface ListedProblems {
  readonly missing: readonly MissingDependency[];
  readonly ambiguous: readonly AmbiguousDependency[];
  readonly versionConflicts: readonly VersionConflict[];
}

interface Absence extends Pick<WantedPlugin, "by" | "text"> {
  readonly plugin: PluginKey | undefined;
}

const NO_PROBLEMS: ListedProblems = Object.freeze({
  missing: Object.freeze([]),
  ambiguous: Object.freeze([]),
  versionConflicts: Object.freeze([]),
});

/** Collects the dependencies that cannot be met, each once, in whatever order they are met. */
export class GraphProblems {
  readonly #known: KnownPlugins;
  readonly #absences: Absence[] = [];
  readonly #ambiguous: AmbiguousDependency[] = [];
  readonly #versionConflicts: VersionConflict[] = [];
  readonly #faulty = new Set<number>();

  constructor(known: KnownPlugins) {
    this.#known = known;
  }

  /** The plugins with a dependency that cannot be met. */
  get faulty(): ReadonlySet<number> {
    return this.#faulty;
  }

  addUnknownSelection(key: PluginKey): void {
    this.#absences.push({ plugin: undefined, by: "key", text: key });
  }

  addMissing(plugin: number, { by, text }: WantedPlugin): void {
    this.#absences.push({ plugin: this.#blame(plugin), by, text });
  }

  addAmbiguous(plugin: number, { text }: WantedPlugin, candidates: readonly number[]): void {
    this.#ambiguous.push({
      plugin: this.#blame(plugin),
      dependency: text,
      candidates: Object.freeze(candidates.map((id) => this.#known.keyOf(id))),
    });
  }

  addVersionConflict(plugin: number, target: number, conflict: Pick<VersionConflict, "range" | "found" | "reason">): void {
    this.#versionConflicts.push({ plugin: this.#blame(plugin), dependency: this.#known.keyOf(target), ...conflict });
  }

  /** Everything that was added: sorted, each once, frozen, with the likely intention of what is missing. */
  list(): ListedProblems {
    if (this.#absences.length + this.#faulty.size === 0) return NO_PROBLEMS;
    const findNearest = nearestFinder(this.#known);
    const missing = tidy(this.#absences, (one) => one.text).map(({ plugin, by, text }) => {
      const nearest = findNearest(by, text);
      return { plugin, dependency: text, ...(nearest === undefined ? {} : { nearest }) };
    });
    return {
      missing: frozen(missing),
      ambiguous: frozen(tidy(this.#ambiguous, (one) => one.dependency)),
      versionConflicts: frozen(tidy(this.#versionConflicts, (one) => `${one.dependency} ${one.range}`)),
    };
  }

  #blame(plugin: number): PluginKey {
    this.#faulty.add(plugin);
    return this.#known.keyOf(plugin);
  }
}

/** Sorted by plugin, then by what `statement` tells apart; equal ones once. */
function tidy<Problem extends { readonly plugin: PluginKey | undefined }>(
  problems: readonly Problem[],
  statement: (problem: Problem) => string,
): Problem[] {
  const sorted = problems
    .map((problem) => ({ problem, plugin: problem.plugin ?? "", text: statement(problem) }))
    .sort((a, b) => compare(a.plugin, b.plugin) || compare(a.text, b.text));
  const isNew = (one: (typeof sorted)[number], index: number): boolean => {
    const before = sorted[index - 1];
    return one.plugin !== before?.plugin || one.text !== before.text;
  };
  return sorted.filter(isNew).map(({ problem }) => problem);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function frozen<Item extends object>(items: Item[]): readonly Item[] {
  return Object.freeze(items.map((item) => Object.freeze(item)));
}
