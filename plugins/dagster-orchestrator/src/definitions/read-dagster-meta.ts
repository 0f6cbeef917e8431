import { nearest, type TransformConfig } from "floe-core";
import type { z } from "zod";
import type { DefinitionsProblem } from "../errors/dagster-definitions-error.ts";
import { dagsterName, findNameProblem } from "../naming/dagster-name.ts";
import { findLabelProblem, type Label } from "../naming/find-label-problem.ts";
import { dagsterMetaSchema, metaKeysAt, type DagsterMeta } from "./dagster-meta.ts";

/** `meta.dagster` of a transform, and what is wrong with it and with the transform's tags. */
export interface DagsterMetaAnswer {
  /** With defaults in place of what is wrong. */
  readonly meta: DagsterMeta;
  readonly problems: readonly DefinitionsProblem[];
}

/** Reads what a transform states for Dagster, by Dagster's own rules. */
export function readDagsterMeta(transform: TransformConfig): DagsterMetaAnswer {
  const written = transform.meta["dagster"] ?? {};
  const { data, error } = dagsterMetaSchema.safeParse(written);
  const labels = labelsOf(transform.tags.map((tag, index) => ["tag", tag, `tags[${index}]`]), transform);
  if (error !== undefined) {
    const problems = error.issues.flatMap((issue) => problemsOf(issue, written, transform));
    return { meta: dagsterMetaSchema.parse({}), problems: [...labels, ...problems] };
  }
  const { group, kinds = [], tags, owners } = data;
  const stated = labelsOf(
    [
      ...(group === undefined ? [] : [["group", group, "meta.dagster.group"] as const]),
      ...kinds.map((kind, index) => ["kind", kind, `meta.dagster.kinds[${index}]`] as const),
      ...Object.keys(tags).map((tag) => ["tag", tag, "meta.dagster.tags"] as const),
      ...Object.entries(tags).map(([tag, value]) => ["tag's value", value, `meta.dagster.tags.${tag}`] as const),
      ...owners.map((owner, index) => ["owner", owner, `meta.dagster.owners[${index}]`] as const),
    ],
    transform,
  );
  return { meta: data, problems: [...labels, ...stated, ...checkProblems(data, transform)] };
}

function labelsOf(texts: readonly (readonly [Label, string, string])[], transform: TransformConfig): readonly DefinitionsProblem[] {
  return texts.flatMap(([label, value, place]) => {
    const reason = findLabelProblem(label, value);
    return reason === undefined ? [] : [{ transform: transform.name, place, value, reason, remedy: `Correct or remove the ${label}.` }];
  });
}

/** One per unknown key, so that each comes with the key it may have been meant to be. */
function problemsOf(issue: z.core.$ZodIssue, written: unknown, { name }: TransformConfig): readonly DefinitionsProblem[] {
  const place = placeOf(issue.path);
  if (issue.code !== "unrecognized_keys") {
    const value = issue.path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), written) ?? null;
    return [{ transform: name, place, value, reason: issue.message, remedy: `Correct ${place}.` }];
  }
  return issue.keys.map((key) => {
    const meant = nearest(key, metaKeysAt(issue.path));
    const remedy = meant === undefined ? `Remove the key from ${place}.` : `Did you mean "${meant}"?`;
    return { transform: name, place, value: key, reason: "there is no such key", remedy };
  });
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((at, key) => at + (typeof key === "number" ? `[${key}]` : `.${String(key)}`), "meta.dagster");
}

function isObject(value: unknown): value is Readonly<Record<PropertyKey, unknown>> {
  return typeof value === "object" && value !== null;
}

function checkProblems({ checks }: DagsterMeta, transform: TransformConfig): readonly DefinitionsProblem[] {
  const problems: DefinitionsProblem[] = [];
  const names = new Set<string>();
  for (const [index, { name, minRows, maxRows, columns }] of checks.entries()) {
    const place = `meta.dagster.checks[${index}]`;
    const refuse = (value: unknown, reason: string, remedy: string): void => {
      problems.push({ transform: transform.name, place, value, reason, remedy });
    };
    const countsRows = minRows !== undefined || maxRows !== undefined;
    // Dagster calls what a step reports of a check by the names of both.
    const reserved = findNameProblem(name) ?? findNameProblem(`${dagsterName(transform.name)}_${name}`);
    if (reserved !== undefined) refuse(name, reserved, "Give the check another name.");
    if (names.has(name)) refuse(name, "another check of the transform has that name", "Give each check a name of its own.");
    names.add(name);
    if (!countsRows && columns === undefined) refuse(name, "it checks nothing", "State minRows, maxRows or columns.");
    if ((minRows ?? 0) > (maxRows ?? Infinity)) refuse(name, "minRows is above maxRows", "State minRows up to maxRows.");
    if (countsRows && transform.materialization === "view") {
      refuse(name, "the rows of a view are not counted", "Check columns only, or make the transform a table.");
    }
  }
  return problems;
}
