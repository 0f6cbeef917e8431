import type { ColumnSchema, StepResult } from "floe-core";
import type { JsonDocument } from "./json-document.ts";

/** What `floe step --json` prints. */
export interface StepDocument extends JsonDocument {
  readonly command: "step";
  readonly step: StepResult;
  /** Of the table or view that was made; empty for a step that did not succeed. */
  readonly columns: readonly ColumnSchema[];
}

/** The document for one step that came to a result. */
export function stepDocument({ step, columns }: Pick<StepDocument, "step" | "columns">): StepDocument {
  return { version: "1.0", command: "step", ok: step.status === "succeeded", step, columns };
}
