import { expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderStepErrors, renderSteps } from "../../../src/render/render-steps.ts";
import { failed, succeeded } from "../../support/results.ts";

test("renderSteps shows how each step ended, its rows and its time", () => {
  expect(renderSteps([...succeeded.steps, ...failed.steps.slice(1)], plainTheme).split("\n")).toEqual([
    "STEP      STATUS                ROWS   TIME",
    "staged    succeeded        3,000,000  1.2 s",
    "overview  succeeded                    3 ms",
    "daily     failed                       7 ms",
    "routes    skipped (daily)",
  ]);
});

test("renderStepErrors says why steps failed and what to do", () => {
  expect(renderStepErrors(failed.steps, plainTheme)).toBe("daily: Cannot make daily: no such column\n  Look at line 3.");
  const [, step] = failed.steps;
  const bare = { ...step!, error: { code: "X", message: "no" } };
  const empty = { ...step!, name: "b", error: { code: "X", message: "no", hint: "" } };
  expect(renderStepErrors([bare, empty], plainTheme)).toBe("daily: no\nb: no");
  expect(renderStepErrors(succeeded.steps, plainTheme)).toBe("");
});
