import { RESERVED_NAMES } from "./reserved-names.ts";

/**
 * The name under which Dagster knows a transform, a product or a compute plugin: `-` becomes `_`, all else stays.
 *
 * It is the one rule for names. What Dagster refuses even then is refused, never renamed: see {@link findNameProblem}.
 */
export function dagsterName(name: string): string {
  return name.replaceAll("-", "_");
}

/** Why Dagster takes the name for no op, job, schedule or check, in a few words; undefined if it does. */
export function findNameProblem(name: string): string | undefined {
  if (RESERVED_NAMES.has(name)) return "Dagster or Python keeps that word for itself";
  if (!/^[A-Za-z0-9_]+$/.test(name)) return "Dagster allows letters, digits and _ only";
  return undefined;
}
