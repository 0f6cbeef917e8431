import { isPluginError, reasonOf } from "../errors/plugin-error.ts";
import type { StepError } from "../plugin/run-result.ts";

/** What a step's failure says in events and results: never a stack, never a secret. */
export function stepError(step: string, thrown: unknown, mask: (text: string) => string): StepError {
  if (isPluginError(thrown)) {
    const { code, message, hint } = thrown;
    return { code, message: mask(message), ...(hint === "" ? {} : { hint: mask(hint) }) };
  }
  return { code: "FLOE_STEP", message: `Cannot run transform "${step}": ${mask(reasonOf(thrown))}` };
}
