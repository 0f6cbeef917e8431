import { expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderHealth } from "../../../src/render/render-health.ts";
import { health } from "../../support/results.ts";

test("renderHealth shows state, time, message and root cause of each plugin", () => {
  const [first, second] = health.plugins;
  const sick = { state: "unhealthy", message: "", details: {} } as const;
  const slow = { state: "degraded", message: "slow", details: {} } as const;
  const plugins = [
    first!,
    { ...second!, status: sick, rootCause: "floe.computes:duckdb" as const },
    { ...second!, status: slow, rootCause: "floe.computes:duckdb" as const },
  ];
  expect(renderHealth({ plugins }, plainTheme).split("\n")).toEqual([
    "HEALTH                    STATE       TIME",
    "floe.computes:duckdb      healthy    12 ms  DuckDB 1.5",
    "floe.orchestrators:local  unhealthy   0 ms  because of floe.computes:duckdb",
    "floe.orchestrators:local  degraded    0 ms  slow, because of floe.computes:duckdb",
  ]);
});
