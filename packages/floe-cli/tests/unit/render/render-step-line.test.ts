import { expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderStepLine } from "../../../src/render/render-step-line.ts";
import { failed, succeeded } from "../../support/results.ts";

test("renderStepLine says name, end, rows and time in one line", () => {
  expect([...succeeded.steps, ...failed.steps].map((step) => renderStepLine(step, plainTheme))).toEqual([
    "staged succeeded: 3,000,000 rows, 1.2 s",
    "overview succeeded: 3 ms",
    "staged succeeded: 1 row, 1.2 s",
    "daily failed: 7 ms",
    "routes skipped: 0 ms",
  ]);
});
