import { expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderHealth, renderHealthSummary, renderPluginHealth } from "../../../src/render/render-health.ts";
import { health, unhealthy } from "../../support/results.ts";

const [first, second] = health.plugins;
const slow = { state: "degraded", message: "slow", details: {} } as const;
const plugins = [first!, ...unhealthy.plugins.slice(1), { ...second!, status: slow, rootCause: "floe.computes:duckdb" as const }];

test("renderHealth shows state, time, message and root cause of each plugin", () => {
  expect(renderHealth({ plugins }, plainTheme).split("\n")).toEqual([
    "HEALTH                    STATE       TIME",
    "floe.computes:duckdb      healthy    12 ms  DuckDB 1.5",
    "floe.orchestrators:local  unhealthy   0 ms  because of floe.computes:duckdb",
    "floe.orchestrators:local  degraded    0 ms  slow, because of floe.computes:duckdb",
  ]);
});

test("renderHealth wraps messages inside their column on a narrow terminal", () => {
  expect(renderHealth({ plugins }, { ...plainTheme, columns: 66 }).split("\n").slice(2)).toEqual([
    "floe.orchestrators:local  unhealthy   0 ms  because of",
    "                                            floe.computes:duckdb",
    "floe.orchestrators:local  degraded    0 ms  slow, because of",
    "                                            floe.computes:duckdb",
  ]);
});

test("renderHealthSummary counts plugins, by state where they differ", () => {
  expect(renderHealthSummary(health, plainTheme)).toBe("healthy: 2 plugins");
  expect(renderHealthSummary({ overall: "unhealthy", plugins }, plainTheme)).toBe(
    "unhealthy: 3 plugins (1 healthy, 1 degraded, 1 unhealthy)",
  );
});

test("renderPluginHealth says in one line how a plugin is, and why", () => {
  const silent = { ...second!, status: { state: "healthy", message: "", details: {} } as const };
  expect([...plugins, silent].map((plugin) => renderPluginHealth(plugin, plainTheme))).toEqual([
    "floe.computes:duckdb healthy: DuckDB 1.5",
    "floe.orchestrators:local unhealthy: because of floe.computes:duckdb",
    "floe.orchestrators:local degraded: slow, because of floe.computes:duckdb",
    "floe.orchestrators:local healthy",
  ]);
});
