import { expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderEvent } from "../../../src/render/render-event.ts";
import { events } from "../../support/results.ts";

test("renderEvent writes one line for what happens to a step, none for the run", () => {
  expect(events.map((event) => renderEvent(event, plainTheme))).toEqual([
    undefined,
    "staged started",
    "staged finished: 3,000,000 rows, 1.2 s",
    "daily started",
    "daily failed: no such column",
    "routes skipped because of daily",
    "late cancelled",
    undefined,
  ]);
});

test("renderEvent says nothing of rows where there are none", () => {
  const event = { type: "step-finished", runId: "r", at: "", step: "overview", durationMs: 3 } as const;
  expect(renderEvent(event, plainTheme)).toBe("overview finished: 3 ms");
});
