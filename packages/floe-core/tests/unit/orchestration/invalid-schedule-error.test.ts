import { describe, expect, test } from "vitest";
import { InvalidScheduleError } from "../../../src/orchestration/invalid-schedule-error.ts";

describe("InvalidScheduleError", () => {
  test("lists every problem and names the job", () => {
    const error = new InvalidScheduleError({ job: "sales", problems: ["one", "two"] });
    expect(error).toMatchObject({
      code: "FLOE_ORCHESTRATOR_SCHEDULE",
      message: 'Cannot schedule job "sales": one; two',
      job: "sales",
      problems: ["one", "two"],
    });
    expect(error.hint).toContain("Europe/Berlin");
  });
});
