import { describe, expect, test } from "vitest";
import { ComputeUnavailableError } from "../../../src/errors/compute-unavailable-error.ts";
import { stepError } from "../../../src/run/step-error.ts";

const mask = (text: string): string => text.replaceAll("hunter2", "***");

describe("stepError", () => {
  test("keeps code, message and hint of a floe error, masked", () => {
    const error = new ComputeUnavailableError({
      compute: null,
      available: [],
      reason: "hunter2 is wrong",
      hint: "Change hunter2.",
    });
    expect(stepError("a", error, mask)).toEqual({
      code: "FLOE_ORCHESTRATOR_COMPUTE",
      message: "Cannot use the default compute: *** is wrong",
      hint: "Change ***.",
    });
  });

  test("leaves out a hint that says nothing", () => {
    const error = new ComputeUnavailableError({ compute: null, available: [], reason: "away", hint: "" });
    expect(stepError("a", error, mask)).not.toHaveProperty("hint");
  });

  test.each([
    ["an error", new Error("no hunter2"), "no ***"],
    ["whatever else was thrown", "no hunter2", "no ***"],
  ])("gives %s a code and names the transform", (_what, thrown: unknown, reason) => {
    expect(stepError("a", thrown, mask)).toEqual({
      code: "FLOE_ORCHESTRATOR_STEP",
      message: `Cannot run transform "a": ${reason}`,
    });
  });
});
