import type { TransformConfig } from "../plugin/compiled-artifacts.ts";
import { nearest } from "../text/nearest.ts";
import { UnknownSelectionError } from "./unknown-selection-error.ts";
import { orderTransforms } from "./order-transforms.ts";

/** One transform of a run. */
export interface PlannedStep {
  readonly transform: TransformConfig;
  /**
   * The steps of this run that have to be done first. A dependency that is not selected is taken as already
   * there, and what it depends on counts instead: it may be a view over a table that this run replaces.
   */
  readonly needs: readonly string[];
}

/**
 * The steps of a run in dependency order.
 *
 * @param select Names of the transforms to run; undefined means all.
 * @throws InvalidTransformsError if the transforms have no order.
 * @throws UnknownSelectionError naming every selected name that is no transform.
 */
export function planRun(
  transforms: readonly TransformConfig[],
  select: readonly string[] | undefined,
): readonly PlannedStep[] {
  const ordered = orderTransforms(transforms);
  const selected = new Set(select ?? ordered.map(({ name }) => name));
  refuseUnknown(selected, new Set(ordered.map(({ name }) => name)));
  /** What waiting for a transform means in this run: for itself, or for the steps behind it. */
  const standsFor = new Map<string, readonly string[]>();
  const steps: PlannedStep[] = [];
  for (const transform of ordered) {
    const needs = [...new Set(transform.dependsOn.flatMap((name) => standsFor.get(name) ?? []))];
    if (selected.has(transform.name)) steps.push({ transform, needs });
    standsFor.set(transform.name, selected.has(transform.name) ? [transform.name] : needs);
  }
  return steps;
}

function refuseUnknown(selected: ReadonlySet<string>, known: ReadonlySet<string>): void {
  const unknown = [...selected].filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new UnknownSelectionError({
    unknown: unknown.map((name) => ({ name, nearest: nearest(name, known) })),
    available: [...known],
  });
}
