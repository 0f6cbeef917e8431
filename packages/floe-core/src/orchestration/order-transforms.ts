import type { TransformConfig } from "../plugin/compiled-artifacts.ts";
import { nearest } from "../text/nearest.ts";
import { InvalidTransformsError, type TransformProblem } from "./invalid-transforms-error.ts";

/**
 * The transforms with every one behind all that it depends on, otherwise in the order given: a list that is
 * in dependency order already comes back as it is. Linear, and safe for chains of any depth.
 *
 * @throws InvalidTransformsError listing every duplicate name, unknown dependency and cycle.
 */
export function orderTransforms(transforms: readonly TransformConfig[]): readonly TransformConfig[] {
  const byName = new Map<string, TransformConfig>();
  const duplicates = new Set<string>();
  for (const transform of transforms) {
    if (byName.has(transform.name)) duplicates.add(transform.name);
    else byName.set(transform.name, transform);
  }
  const { ordered, cycles } = walk(byName);
  const problems: readonly TransformProblem[] = [
    ...[...duplicates].map((name) => ({ kind: "duplicate", name }) as const),
    ...unknownDependencies(byName),
    ...cycles.map((path) => ({ kind: "cycle", path }) as const),
  ];
  if (problems.length > 0) throw new InvalidTransformsError(problems);
  return ordered;
}

function unknownDependencies(byName: ReadonlyMap<string, TransformConfig>): readonly TransformProblem[] {
  return [...byName.values()].flatMap(({ name, dependsOn }) =>
    [...new Set(dependsOn)]
      .filter((dependency) => !byName.has(dependency))
      .map((dependency) => ({
        kind: "unknown-dependency" as const,
        name,
        dependency,
        nearest: nearest(dependency, byName.keys()),
      })),
  );
}

/** Depth first, without recursion: a transform is listed once everything it depends on is. */
function walk(byName: ReadonlyMap<string, TransformConfig>): {
  readonly ordered: readonly TransformConfig[];
  readonly cycles: readonly (readonly string[])[];
} {
  const ordered: TransformConfig[] = [];
  const cycles: (readonly string[])[] = [];
  const done = new Set<string>();
  /** From a root to where the walk is; the names once more as a set, which answers membership at once. */
  const stack: { readonly transform: TransformConfig; readonly dependencies: Iterator<string> }[] = [];
  const path = new Set<string>();
  const enter = (transform: TransformConfig | undefined): void => {
    if (transform === undefined || done.has(transform.name)) return;
    path.add(transform.name);
    stack.push({ transform, dependencies: transform.dependsOn.values() });
  };
  for (const root of byName.values()) {
    enter(root);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const dependency = top.dependencies.next();
      if (dependency.done === true) {
        stack.pop();
        path.delete(top.transform.name);
        done.add(top.transform.name);
        ordered.push(top.transform);
      } else if (path.has(dependency.value)) {
        cycles.push(closedPath([...path], dependency.value));
      } else {
        enter(byName.get(dependency.value));
      }
    }
  }
  return { ordered, cycles };
}

function closedPath(path: readonly string[], start: string): readonly string[] {
  return [...path.slice(path.indexOf(start)), start];
}
