import { expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderRunSummary } from "../../../src/render/render-run-summary.ts";
import { failed, succeeded } from "../../support/results.ts";

test("renderRunSummary says how the run ended, of how many steps and rows, in what time", () => {
  expect(renderRunSummary(succeeded, 4200, plainTheme)).toBe("Run succeeded: 2 steps, 3,000,000 rows, 4.2 s in all");
});

test("renderRunSummary counts steps by how they ended where they differ", () => {
  expect(renderRunSummary(failed, 1000, plainTheme)).toBe(
    "Run failed: 3 steps (1 succeeded, 1 failed, 1 skipped), 1 row, 1.0 s in all",
  );
  expect(renderRunSummary({ ...succeeded, status: "cancelled", steps: [] }, 1, plainTheme)).toBe(
    "Run cancelled: 0 steps, 0 rows, 1 ms in all",
  );
});
