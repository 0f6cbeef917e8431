import type { ColumnLineage, ColumnSchema, StepError, StepResult } from "floe-core";
import { z } from "zod";

/** What `floe step --json` says of a step that succeeded. */
export interface StepOutput {
  readonly step: Pick<StepResult, "durationMs" | "rows">;
  readonly columns: readonly ColumnSchema[];
  /** Null where the engine cannot tell. */
  readonly columnLineage: readonly ColumnLineage[] | null;
}

/** How a step ended, according to its document. */
export type StepOutcome =
  | { readonly status: "succeeded"; readonly output: StepOutput }
  | { readonly status: "failed"; readonly error: StepError };

const error = z.object({ code: z.string(), message: z.string(), hint: z.string().default("") });

const input = z.object({
  table: z.string(),
  column: z.string(),
  transformation: z.enum(["IDENTITY", "TRANSFORMATION", "AGGREGATION"]),
});

const header = { version: z.literal("1.0"), command: z.literal("step") };

const succeeded = z.object({
  ...header,
  ok: z.literal(true),
  step: z.object({ name: z.string(), status: z.literal("succeeded"), durationMs: z.number(), rows: z.int().optional() }),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  columnLineage: z.array(z.object({ column: z.string(), inputs: z.array(input) })).nullish(),
});

const failed = z.object({ ...header, ok: z.literal(false), step: z.object({ error }) });

/** Of a step that did not come to a result. */
const refused = z.object({ ...header, ok: z.literal(false), error });

/** Reads what a step printed; undefined for anything but the whole document of this very transform. */
export function parseStepDocument(text: string, transform: string): StepOutcome | undefined {
  const document = tryParseJson(text);
  const success = succeeded.safeParse(document);
  if (success.success) {
    const { step, columns, columnLineage = null } = success.data;
    if (step.name !== transform) return undefined;
    const rows = step.rows === undefined ? {} : { rows: step.rows };
    return { status: "succeeded", output: { step: { durationMs: step.durationMs, ...rows }, columns, columnLineage } };
  }
  const failure = failed.safeParse(document);
  if (failure.success) return { status: "failed", error: failure.data.step.error };
  const refusal = refused.safeParse(document);
  return refusal.success ? { status: "failed", error: refusal.data.error } : undefined;
}

function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Half a document is none.
    return undefined;
  }
}
