import { nearest } from "../text/nearest.ts";
import type { KnownPlugins } from "./known-plugins.ts";
import type { WantedPlugin } from "./read-dependency.ts";

/**
 * How many words one resolution compares in all. Enough to help with every slip among hundreds of plugins;
 * among many thousands, suggestions would cost more than the resolution itself.
 */
const MAX_COMPARISONS = 10_000;

/** Answers the known key, name or type most like one that is not known, if one is near. */
export type NearestFinder = (by: WantedPlugin["by"], text: string) => string | undefined;

export function nearestFinder(known: KnownPlugins): NearestFinder {
  let comparisons = 0;
  let words: Record<WantedPlugin["by"], ReadonlySet<string>> | undefined;
  const answers = new Map<string, string | undefined>();
  return (by, text) => {
    const question = `${by} ${text}`;
    if (answers.has(question)) return answers.get(question);
    words ??= {
      key: new Set(known.nodes.map((node) => node.key)),
      name: new Set(known.nodes.map((node) => node.name)),
      type: new Set(known.nodes.map((node) => node.type)),
    };
    comparisons += words[by].size;
    if (comparisons > MAX_COMPARISONS) return undefined;
    // The word itself may be there: the dependent's own name or type, which it cannot mean.
    const answer = nearest(text, [...words[by]].filter((word) => word !== text));
    answers.set(question, answer);
    return answer;
  };
}
