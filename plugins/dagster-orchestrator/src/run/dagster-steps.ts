import type { PlannedStep } from "floe-core";
import type { DagsterDocument } from "../definitions/dagster-document.ts";

/** The steps of a run as Dagster runs them. */
export interface DagsterSteps {
  /** In dependency order. What each needs is what Dagster waits for: selected transforms that it reads itself. */
  readonly plan: readonly PlannedStep[];
  /** By Dagster's step key. */
  readonly transformOf: ReadonlyMap<string, string>;
  /** Dagster's keys, in the order of the plan. */
  readonly keys: readonly string[];
  /** Steps that Dagster does not keep in order: what is between them is not selected. */
  readonly unordered: readonly { readonly step: string; readonly needs: readonly string[] }[];
}

/**
 * What Dagster makes of a plan: it knows nothing of a need that leads through a transform that is not selected.
 * The document has an asset of every transform.
 */
export function dagsterSteps(plan: readonly PlannedStep[], { assets }: Pick<DagsterDocument, "assets">): DagsterSteps {
  const keyOf = new Map(assets.map(({ key, transform }) => [transform, key]));
  const named = plan.map(({ transform }) => ({ name: transform.name, key: keyOf.get(transform.name) ?? transform.name }));
  const readsOf = new Map(assets.map(({ transform, deps }) => [transform, deps]));
  const direct = plan.map((step) => {
    const reads = readsOf.get(step.transform.name) ?? [];
    return { ...step, needs: step.needs.filter((need) => reads.includes(keyOf.get(need) ?? need)) };
  });
  return {
    plan: direct,
    transformOf: new Map(named.map(({ name, key }) => [key, name])),
    keys: named.map(({ key }) => key),
    unordered: plan.flatMap(({ transform, needs }, index) => {
      const missing = needs.filter((need) => direct[index]?.needs.includes(need) !== true);
      return missing.length === 0 ? [] : [{ step: transform.name, needs: missing }];
    }),
  };
}
