import { expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderPendingStarts } from "../../../src/render/render-pending-starts.ts";

test("renderPendingStarts says who is starting and what the others wait for", () => {
  const text = renderPendingStarts(
    [
      { key: "floe.computes:duckdb", state: "starting", waitsFor: [] },
      { key: "floe.orchestrators:local", state: "waiting", waitsFor: ["floe.computes:duckdb", "floe.secrets:env"] },
    ],
    12_300,
    plainTheme,
  );
  expect(text).toBe(
    "still starting after 12.3 s:\n  floe.computes:duckdb is starting\n  floe.orchestrators:local waits for floe.computes:duckdb, floe.secrets:env",
  );
});

test("renderPendingStarts is empty where nobody is starting", () => {
  expect(renderPendingStarts([], 1, plainTheme)).toBe("");
});
