import { expect, test } from "vitest";
import { stepDocument } from "../../../src/json/step-document.ts";
import { failed, succeeded } from "../../support/results.ts";

test("stepDocument is ok for a step that succeeded, and for no other", () => {
  const [step] = succeeded.steps;
  const columns = [{ name: "id", type: "BIGINT" }];
  const columnLineage = [{ column: "id", inputs: [{ table: "raw", column: "id", transformation: "IDENTITY" }] }] as const;
  expect(stepDocument({ step: step!, columns, columnLineage })).toEqual({ version: "1.0", command: "step", ok: true, step, columns, columnLineage });
  for (const one of failed.steps.slice(1)) expect(stepDocument({ step: one, columns: [], columnLineage: null }).ok).toBe(false);
});
