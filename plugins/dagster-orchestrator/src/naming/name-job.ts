import type { DefinitionsProblem } from "../errors/dagster-definitions-error.ts";
import { dagsterName, findNameProblem } from "./dagster-name.ts";

/** The name of a product's job in Dagster, and why Dagster would refuse it. */
export interface JobName {
  readonly job: string;
  readonly problems: readonly DefinitionsProblem[];
}

/** @param keys What the product's transforms are called in Dagster, where a job may not be called as an op is. */
export function nameJob(product: string, keys: ReadonlyMap<string, string>): JobName {
  const job = dagsterName(product);
  const [namesake] = [...keys].find(([, key]) => key === job) ?? [];
  const reason =
    namesake === undefined
      ? findNameProblem(job)
      : `in Dagster its job would be called "${job}", as the step of transform "${namesake}" is`;
  if (reason === undefined) return { job, problems: [] };
  const remedy = namesake === undefined ? "Give the product another name." : "Give the product or the transform another name.";
  return { job, problems: [{ transform: namesake ?? null, place: "the product's name", value: product, reason, remedy }] };
}
