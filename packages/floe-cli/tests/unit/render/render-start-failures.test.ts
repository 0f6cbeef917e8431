import { expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderStartFailures } from "../../../src/render/render-start-failures.ts";
import { startFailed } from "../../support/results.ts";

test("renderStartFailures says why plugins did not start, and leaves out what was only blocked", () => {
  expect(renderStartFailures(startFailed, plainTheme)).toBe(
    "error: Cannot start floe.computes:duckdb: the file is locked\n  End the other process.",
  );
});

test("renderStartFailures is empty where all started", () => {
  expect(renderStartFailures({ plugins: [{ key: "floe.computes:duckdb", state: "active", durationMs: 1 }] }, plainTheme)).toBe("");
});

test("renderStartFailures says nothing in place of a hint that is empty", () => {
  const error = { name: "E", code: "X", message: "Cannot start it", hint: "" };
  const plugins = [{ key: "floe.computes:duckdb", state: "failed", durationMs: 1, error }] as const;
  expect(renderStartFailures({ plugins }, plainTheme)).toBe("error: Cannot start it");
});
