import { isPluginError } from "floe-core";
import { expect, test } from "vitest";
import { StepProcessError } from "../../../src/errors/step-process-error.ts";

test("StepProcessError says what cannot be done, why, and what to do", () => {
  const cause = new Error("EPIPE");
  const error = new StepProcessError({ transform: "daily", reason: "closed", hint: "Keep it open.", cause });
  expect(isPluginError(error)).toBe(true);
  expect(error).toMatchObject({
    name: "StepProcessError",
    code: "FLOE_DAGSTER_STEP_PROCESS",
    message: 'Cannot complete step "daily": closed',
    hint: "Keep it open.",
    cause,
  });
});
