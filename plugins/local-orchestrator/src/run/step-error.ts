import { isPluginError, reasonOf, type StepError } from "floe-core";

/** What a step's failure says in events and results: never a stack, never a secret. */
export function stepError(step: string, thrown: unknown, mask: (text: string) => string): StepError {
  if (isPluginError(thrown)) {
    const { code, message, hint } = thrown;
    return { code, message: mask(message), ...(hint === "" ? {} : { hint: mask(hint) }) };
  }
  return { code: "FLOE_ORCHESTRATOR_STEP", message: `Cannot run transform "${step}": ${mask(reasonOf(thrown))}` };
}
