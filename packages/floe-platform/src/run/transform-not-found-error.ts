import { nearest, PluginError } from "floe-core";

/** What a selection named and what it could have named. Tags are without `tag:`. */
export interface TransformTags {
  /** Every tag that no transform has. */
  readonly tags: readonly string[];
  /** The tags there are. */
  readonly available: readonly string[];
}

/** A run was asked for transforms or tags that the product does not have. Nothing was run. */
export class TransformNotFoundError extends PluginError {
  /** Every name that was not found. */
  readonly names: readonly string[];
  /** Every tag that no transform has, without `tag:`. */
  readonly tags: readonly string[];
  /** The names there are, in dependency order. */
  readonly available: readonly string[];
  /** The tags there are, sorted. */
  readonly availableTags: readonly string[];
  /** By what was not found, as a selection writes it: what is most like it, if anything is near. */
  readonly suggestions: Readonly<Record<string, string>>;
  /** What is most like the first that was not found, if anything is near. */
  readonly nearest: string | undefined;

  constructor(names: readonly string[], available: readonly string[], tags: TransformTags = { tags: [], available: [] }) {
    const tagged = (tag: string): string => `tag:${tag}`;
    const choices = new Set([...available, ...tags.available.map(tagged)]);
    const unknown = [...names, ...tags.tags.map(tagged)];
    const near = unknown.flatMap((entry) => {
      // A tag without its prefix is nearer than any name with other letters.
      const found = choices.has(tagged(entry)) ? tagged(entry) : nearest(entry, choices);
      return found === undefined ? [] : [[entry, found] as const];
    });
    const known = [...available, ...tags.available.map(tagged)].join(", ");
    super(
      "FLOE_TRANSFORM_NOT_FOUND",
      `Cannot select transforms ${unknown.join(", ")}: ${known === "" ? "there are none" : `there are ${known}`}`,
      { hint: hintOf(near, unknown.length) },
    );
    this.names = names;
    this.tags = tags.tags;
    this.available = available;
    this.availableTags = tags.available;
    this.suggestions = Object.fromEntries(near);
    this.nearest = near.find(([entry]) => entry === unknown[0])?.[1];
  }
}

function hintOf(near: readonly (readonly [string, string])[], count: number): string {
  if (near.length === 0) return "";
  const choices = near.map(([entry, found]) => (count === 1 ? `"${found}"` : `"${found}" for ${entry}`));
  return `Did you mean ${choices.join(", ")}?`;
}
