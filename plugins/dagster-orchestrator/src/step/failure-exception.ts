import type { StepError } from "floe-core";
import type { PipesException } from "../pipes/pipes-message.ts";

/** A failure as Dagster records it: the code takes the place of the class, and the hint that of the cause. */
export function failureException({ code, message, hint = "" }: StepError): PipesException {
  const part = { stack: [], cause: null, context: null };
  const cause = hint === "" ? null : { name: "hint", message: hint, ...part };
  return { ...part, name: code, message, cause };
}
