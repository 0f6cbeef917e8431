import type { StepError } from "floe-core";
import { pythonErrorText, type PythonError } from "../graphql/python-error.ts";
import { shortText } from "../text/short-text.ts";

/** Of a step about which its own process said nothing. */
const CODE = "FLOE_DAGSTER_STEP";

/** A name that a floe error may have as its code. */
const FLOE_CODE = /^[A-Z][A-Z0-9_]+$/;

/** What the step's own process said as it closed: its error's code as the class, its hint as the cause. */
export function stepFailure(transform: string, closing: PythonError): StepError {
  const { className, message, errorChain } = closing;
  const hint = errorChain?.find(({ error }) => error.className === "hint")?.error.message;
  const text = message.trimEnd();
  return {
    code: className !== null && className !== undefined && FLOE_CODE.test(className) ? className : CODE,
    message: text === "" ? `Cannot run transform "${transform}": it failed without a word` : text,
    ...(hint === undefined || hint.trim() === "" ? {} : { hint: hint.trimEnd() }),
  };
}

/** What is left to say where only Dagster speaks of the failure. */
export function unexplainedFailure(transform: string, error: PythonError | null, message: string, runUrl: string): StepError {
  const reason = error === null ? shortText(message) : pythonErrorText(error);
  return { code: CODE, message: `Cannot run transform "${transform}": ${reason}`, hint: `${runUrl} has the output of the step.` };
}
