import type { TransformConfig } from "floe-core";
import type { DefinitionsProblem } from "../errors/dagster-definitions-error.ts";
import { dagsterName, findNameProblem } from "./dagster-name.ts";

/** The names of transforms in Dagster. */
export interface TransformNames {
  /** Transform to asset key, which is its op's and its step's name too. */
  readonly keys: ReadonlyMap<string, string>;
  readonly problems: readonly DefinitionsProblem[];
}

/** Maps the names of transforms, and says which Dagster would refuse or could not tell apart. */
export function nameTransforms(transforms: readonly TransformConfig[]): TransformNames {
  const keys = new Map<string, string>();
  const owners = new Map<string, string>();
  const problems: DefinitionsProblem[] = [];
  for (const { name } of transforms) {
    const key = dagsterName(name);
    const owner = owners.get(key);
    const reason = owner === undefined ? findNameProblem(key) : `in Dagster it becomes "${key}", as "${owner}" does`;
    if (reason !== undefined) {
      problems.push({ transform: name, place: "name", value: name, reason, remedy: "Give the transform another name." });
    }
    if (owner === undefined) owners.set(key, name);
    keys.set(name, key);
  }
  return { keys, problems };
}
