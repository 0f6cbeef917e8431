import type { DagsterCheck } from "../definitions/dagster-document.ts";
import { intValue, textValue, type Metadata } from "../pipes/metadata-value.ts";
import type { StepOutput } from "./parse-step-document.ts";

/** Whether a check holds, with what it was judged by. */
export interface Judgement {
  readonly passed: boolean;
  readonly metadata: Metadata;
}

/** Judges a check by what a step made. What cannot be judged has not passed: nobody knows that it holds. */
export function judgeCheck(check: DagsterCheck, { step, columns }: StepOutput): Judgement {
  const problems = [...rowProblems(check, step.rows), ...columnProblems(check, columns.map(({ name }) => name))];
  const rows = step.rows === undefined ? {} : { rows: intValue(step.rows) };
  const reason = problems.length === 0 ? {} : { reason: textValue(problems.join("; ")) };
  return { passed: problems.length === 0, metadata: { ...rows, ...reason } };
}

function rowProblems({ minRows, maxRows }: DagsterCheck, rows: number | undefined): readonly string[] {
  if (minRows === null && maxRows === null) return [];
  if (rows === undefined) return ["the rows are not known, as of a view"];
  return [
    ...(minRows !== null && rows < minRows ? [`${rows} rows are fewer than ${minRows}`] : []),
    ...(maxRows !== null && rows > maxRows ? [`${rows} rows are more than ${maxRows}`] : []),
  ];
}

function columnProblems({ columns }: DagsterCheck, names: readonly string[]): readonly string[] {
  // As in SQL, case does not count.
  const known = new Set(names.map((name) => name.toLowerCase()));
  const missing = (columns ?? []).filter((name) => !known.has(name.toLowerCase()));
  return missing.length === 0 ? [] : [`there is no column ${missing.join(", ")}`];
}
