import type { TransformConfig } from "floe-core";

/**
 * The transforms, each after those it depends on; where several could be next, in the order given.
 *
 * @throws RangeError for a name that is there twice, an unknown dependency or a cycle.
 */
export function orderTransforms(transforms: readonly TransformConfig[]): readonly TransformConfig[] {
  const byName = new Map(transforms.map((transform) => [transform.name, transform]));
  if (byName.size < transforms.length) throw new RangeError("Cannot order transforms: two of them share a name");
  for (const { name, dependsOn } of transforms) {
    const unknown = dependsOn.find((dependency) => !byName.has(dependency));
    if (unknown !== undefined) throw new RangeError(`Cannot order transforms: ${name} depends on ${unknown}, which is unknown`);
  }
  const ordered = new Set<TransformConfig>();
  for (let before = -1; ordered.size > before; ) {
    before = ordered.size;
    for (const transform of transforms) {
      const isReady = transform.dependsOn.every((name) => isIn(ordered, byName.get(name)));
      if (isReady) ordered.add(transform);
    }
  }
  const rest = transforms.filter((transform) => !ordered.has(transform)).map(({ name }) => name);
  if (rest.length > 0) throw new RangeError(`Cannot order transforms: ${rest.join(", ")} depend on each other`);
  return [...ordered];
}

function isIn(ordered: ReadonlySet<TransformConfig>, transform: TransformConfig | undefined): boolean {
  return transform !== undefined && ordered.has(transform);
}
