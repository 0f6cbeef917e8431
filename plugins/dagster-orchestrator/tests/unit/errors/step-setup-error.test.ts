import { isPluginError } from "floe-core";
import { expect, test } from "vitest";
import { StepSetupError } from "../../../src/errors/step-setup-error.ts";

test("StepSetupError says what cannot be done, why, and what to do", () => {
  const cause = new Error("EPIPE");
  const error = new StepSetupError({ transform: "daily", reason: "closed", hint: "Keep it open.", cause });
  expect(isPluginError(error)).toBe(true);
  expect(error).toMatchObject({
    name: "StepSetupError",
    code: "FLOE_DAGSTER_STEP_SETUP",
    message: 'Cannot start step "daily": closed',
    hint: "Keep it open.",
    cause,
  });
});
