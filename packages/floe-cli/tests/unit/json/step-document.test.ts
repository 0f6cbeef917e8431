import { expect, test } from "vitest";
import { stepDocument } from "../../../src/json/step-document.ts";
import { failed, succeeded } from "../../support/results.ts";

test("stepDocument is ok for a step that succeeded, and for no other", () => {
  const [step] = succeeded.steps;
  const columns = [{ name: "id", type: "BIGINT" }];
  expect(stepDocument({ step: step!, columns })).toEqual({ version: "1.0", command: "step", ok: true, step, columns });
  for (const one of failed.steps.slice(1)) expect(stepDocument({ step: one, columns: [] }).ok).toBe(false);
});
