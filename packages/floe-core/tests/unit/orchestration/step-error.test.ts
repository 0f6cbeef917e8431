import { describe, expect, test } from "vitest";
import { PluginError } from "../../../src/errors/plugin-error.ts";
import { stepError } from "../../../src/orchestration/step-error.ts";

class FakeError extends PluginError {}

const mask = (text: string): string => text.replaceAll("hunter2", "***");

describe("stepError", () => {
  test("keeps code, message and hint of a floe error, masked", () => {
    const error = new FakeError("FAKE_COMPUTE", "Cannot use the default compute: hunter2 is wrong", { hint: "Change hunter2." });
    expect(stepError("a", error, mask)).toEqual({
      code: "FAKE_COMPUTE",
      message: "Cannot use the default compute: *** is wrong",
      hint: "Change ***.",
    });
  });

  test("leaves out a hint that says nothing", () => {
    const error = new FakeError("FAKE_COMPUTE", "away");
    expect(stepError("a", error, mask)).not.toHaveProperty("hint");
  });

  test.each([
    ["an error", new Error("no hunter2"), "no ***"],
    ["whatever else was thrown", "no hunter2", "no ***"],
  ])("gives %s a code and names the transform", (_what, thrown: unknown, reason) => {
    expect(stepError("a", thrown, mask)).toEqual({
      code: "FLOE_STEP",
      message: `Cannot run transform "a": ${reason}`,
    });
  });
});
