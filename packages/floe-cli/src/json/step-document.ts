import type { ColumnLineage, ColumnSchema, StepResult } from "floe-core";
import type { JsonDocument } from "./json-document.ts";

/** What `floe step --json` prints. */
export interface StepDocument extends JsonDocument {
  readonly command: "step";
  readonly step: StepResult;
  /** Of the table or view that was made; empty for a step that did not succeed. */
  readonly columns: readonly ColumnSchema[];
  /** Where its columns come from; null if the engine cannot tell. */
  readonly columnLineage: readonly ColumnLineage[] | null;
}

/** The document for one step that came to a result. */
export function stepDocument({ step, columns, columnLineage }: Pick<StepDocument, "step" | "columns" | "columnLineage">): StepDocument {
  return { version: "1.0", command: "step", ok: step.status === "succeeded", step, columns, columnLineage };
}
