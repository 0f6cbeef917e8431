import { describe, expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderServeEvent } from "../../../src/render/render-serve-event.ts";
import { renderServeTime } from "../../../src/render/render-serve-time.ts";
import { serveEvents } from "../../support/serve-events.ts";

const time = renderServeTime("Europe/Berlin");

describe("renderServeEvent", () => {
  test.each<[keyof typeof serveEvents, string]>([
    ["ready", "plugins started"],
    ["scheduled", "next run at 2026-03-30 06:00:00 +02:00"],
    ["started", "run started"],
    ["stepStarted", "staged started"],
    ["succeeded", "Run succeeded: 2 steps, 3,000,000 rows, 1.2 s in all"],
    ["failed", "Run failed: the engine is gone\n  Start it."],
    ["missedOne", "missed the run due at 2026-03-29 06:00:00 +02:00: still running since 2026-03-29 01:00:01 +01:00"],
    [
      "missedSome",
      "missed 3 runs, due from 2026-03-28 05:00:00 +01:00 to 2026-03-29 06:00:00 +02:00: this machine slept, or the process was too busy",
    ],
    [
      "missedMany",
      "missed more than 1,000 runs, due from 2026-01-01 06:00:00 +01:00 on: nothing was served; the last run began at 2025-12-31 06:00:00 +01:00",
    ],
  ])("renderServeEvent says in a line, in the schedule's zone: %s", (name, text) => {
    expect(renderServeEvent(serveEvents[name], time, plainTheme)).toBe(`2026-03-29 06:00:00 +02:00  ${text}`);
  });

  test("renderServeEvent says why optional plugins are not there", () => {
    expect(renderServeEvent(serveEvents.halfReady, time, plainTheme)).toMatch(
      /^2026-03-29 06:00:00 \+02:00 {2}plugins started, without what is optional\nerror: Cannot start /,
    );
  });

  test("renderServeEvent has no hint where the error has none", () => {
    const error = { code: "X", message: "gone" };
    expect(renderServeEvent({ ...serveEvents.failed, error }, time, plainTheme)).toMatch(/Run failed: gone$/);
  });

  test("renderServeEvent has nothing to say of what the run's own lines say", () => {
    expect(renderServeEvent(serveEvents.runStarted, time, plainTheme)).toBeUndefined();
  });
});
