import type { TransformConfig } from "floe-core";

/**
 * What each transform reads, by name: what it depends on, and behind each view what that reads. A view holds no data of
 * its own, so whoever reads it has to wait for the tables behind it, also in a run for which the view is not selected.
 *
 * @param transforms In dependency order.
 */
export function readThroughViews(transforms: readonly TransformConfig[]): ReadonlyMap<string, readonly string[]> {
  const views = new Set(transforms.flatMap(({ name, materialization }) => (materialization === "view" ? [name] : [])));
  const reads = new Map<string, readonly string[]>();
  for (const { name, dependsOn } of transforms) {
    const behind = dependsOn.flatMap((needed) => (views.has(needed) ? (reads.get(needed) ?? []) : []));
    reads.set(name, [...new Set([...dependsOn, ...behind])].sort());
  }
  return reads;
}
