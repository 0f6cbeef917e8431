import type { TransformConfig } from "floe-core";
import { parseSelector, type Selector } from "./parse-selector.ts";
import { TransformNotFoundError } from "./transform-not-found-error.ts";
import { TransformSelectionError } from "./transform-selection-error.ts";

/**
 * The names of the selected transforms, in dependency order, each once; undefined selects all, an empty list
 * none. An entry is a name or `tag:<tag>`; `+` before it adds everything it needs, `+` after it everything
 * that needs it, at any distance.
 *
 * @param transforms In dependency order.
 * @throws TransformSelectionError naming every entry that cannot be read; TransformNotFoundError naming every
 *   unknown name and tag.
 */
export function selectTransforms(
  transforms: readonly TransformConfig[],
  select: readonly string[] | undefined,
): readonly string[] {
  if (select === undefined) return transforms.map(({ name }) => name);
  const selectors = parseAll(select);
  const tagged = byTag(transforms);
  refuseUnknown(selectors, transforms, tagged);
  const namesOf = (which: (selector: Selector) => boolean): Set<string> =>
    new Set(selectors.filter(which).flatMap(({ kind, text }) => (kind === "tag" ? (tagged.get(text) ?? []) : [text])));
  const selected = namesOf(() => true);
  const needed = namesOf(({ withNeeded }) => withNeeded);
  const dependents = namesOf(({ withDependents }) => withDependents);
  // In dependency order one walk in each direction reaches everything.
  for (const { name, dependsOn } of transforms.toReversed()) {
    if (needed.has(name)) for (const dependency of dependsOn) needed.add(dependency);
  }
  for (const { name, dependsOn } of transforms) {
    if (dependsOn.some((dependency) => dependents.has(dependency))) dependents.add(name);
  }
  return transforms.map(({ name }) => name).filter((name) => selected.has(name) || needed.has(name) || dependents.has(name));
}

function parseAll(select: readonly string[]): readonly Selector[] {
  const parsed = select.map((entry) => ({ entry, result: parseSelector(entry) }));
  const malformed = parsed.flatMap(({ entry, result }) => (typeof result === "string" ? [{ entry, reason: result }] : []));
  if (malformed.length > 0) throw new TransformSelectionError(malformed);
  return parsed.flatMap(({ result }) => (typeof result === "string" ? [] : [result]));
}

function byTag(transforms: readonly TransformConfig[]): ReadonlyMap<string, readonly string[]> {
  const tagged = new Map<string, string[]>();
  for (const { name, tags } of transforms) {
    for (const tag of tags) {
      const names = tagged.get(tag);
      if (names === undefined) tagged.set(tag, [name]);
      else names.push(name);
    }
  }
  return tagged;
}

function refuseUnknown(
  selectors: readonly Selector[],
  transforms: readonly TransformConfig[],
  tagged: ReadonlyMap<string, unknown>,
): void {
  const available = transforms.map(({ name }) => name);
  const known = new Set(available);
  const unknownOf = (kind: Selector["kind"], there: { has(text: string): boolean }): string[] => [
    ...new Set(selectors.flatMap((one) => (one.kind === kind && !there.has(one.text) ? [one.text] : []))),
  ];
  const names = unknownOf("name", known);
  const tags = unknownOf("tag", tagged);
  if (names.length === 0 && tags.length === 0) return;
  throw new TransformNotFoundError(names, available, { tags, available: [...tagged.keys()].sort() });
}
