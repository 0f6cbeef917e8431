import { z } from "zod";
import type { Operation } from "../operation.ts";

/**
 * Takes a step's slot, and its place in the line for one, out of the step's pool. Dagster does not ask whether the step
 * still runs. There is no union: a refusal is an error.
 */
export const FREE_SLOT: Operation<{ readonly runId: string; readonly stepKey: string }, boolean> = {
  name: "FloeFreeSlot",
  document: `mutation FloeFreeSlot($runId: String!, $stepKey: String!) {
    freeConcurrencySlots(runId: $runId, stepKey: $stepKey)
  }`,
  schema: z.object({ freeConcurrencySlots: z.boolean() }).transform(({ freeConcurrencySlots }) => freeConcurrencySlots),
};
