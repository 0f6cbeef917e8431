import type { ActivationReport, HealthReport, PluginInfo, RunEvent, RunResult, ShutdownReport } from "floe-core";

const at = "2026-01-01T00:00:00.000Z";

/** Two plugins: one from a package, one that the host registered. */
export const plugins: readonly PluginInfo[] = [
  {
    key: "floe.computes:duckdb",
    type: "floe.computes",
    name: "duckdb",
    version: "1.2.3",
    apiVersion: "1.0",
    description: "SQL in DuckDB",
    dependencies: [],
    package: { name: "floe-duckdb-compute", version: "1.2.3", path: "node_modules/floe-duckdb-compute" },
    state: "active",
    isConfigured: true,
  },
  {
    key: "floe.orchestrators:local",
    type: "floe.orchestrators",
    name: "local",
    version: "2.0.0",
    apiVersion: undefined,
    description: "",
    dependencies: [],
    state: "active",
    isConfigured: true,
  },
];

/** Both started. */
export const startup: ActivationReport = {
  ok: true,
  startedAt: at,
  durationMs: 4,
  plugins: [
    { key: "floe.computes:duckdb", state: "active", durationMs: 3 },
    { key: "floe.orchestrators:local", state: "active", durationMs: 1 },
  ],
};

/** The first did not start, and the second does without it. */
export const halfStarted: ActivationReport = {
  ...startup,
  ok: false,
  plugins: [
    {
      key: "floe.computes:duckdb",
      state: "failed",
      durationMs: 3,
      error: { name: "PluginStartupError", code: "FLOE_PLUGIN_STARTUP", message: "Cannot start it: port taken", hint: "Free it." },
    },
    { key: "floe.orchestrators:local", state: "active", durationMs: 1 },
  ],
};

/** Both healthy. */
export const health: HealthReport = {
  ok: true,
  overall: "healthy",
  startedAt: at,
  durationMs: 5,
  plugins: [
    {
      key: "floe.computes:duckdb",
      state: "active",
      durationMs: 12,
      status: { state: "healthy", message: "DuckDB 1.5", details: {} },
    },
    { key: "floe.orchestrators:local", state: "active", durationMs: 0, status: { state: "healthy", message: "", details: {} } },
  ],
};

/** Both stopped. */
export const shutdown: ShutdownReport = {
  ok: true,
  startedAt: at,
  durationMs: 2,
  plugins: [
    { key: "floe.orchestrators:local", state: "stopped", durationMs: 1 },
    { key: "floe.computes:duckdb", state: "stopped", durationMs: 1 },
  ],
};

/** Two steps, both succeeded. */
export const succeeded: RunResult = {
  runId: "run-1",
  status: "succeeded",
  startedAt: at,
  finishedAt: at,
  steps: [
    { name: "staged", status: "succeeded", durationMs: 1200, rows: 3_000_000 },
    { name: "overview", status: "succeeded", durationMs: 3 },
  ],
};

/** One step failed, one was skipped because of it. */
export const failed: RunResult = {
  ...succeeded,
  status: "failed",
  steps: [
    { name: "staged", status: "succeeded", durationMs: 1200, rows: 1 },
    {
      name: "daily",
      status: "failed",
      durationMs: 7,
      error: { code: "FLOE_SQL", message: "Cannot make daily: no such column", hint: "Look at line 3." },
    },
    { name: "routes", status: "skipped", durationMs: 0, skippedBecauseOf: "daily" },
  ],
};

/** The events of a run in which everything that can happen to a step happens. */
export const events: readonly RunEvent[] = [
  { type: "run-started", runId: "run-1", at, steps: ["staged", "daily", "routes", "late"] },
  { type: "step-started", runId: "run-1", at, step: "staged" },
  { type: "step-finished", runId: "run-1", at, step: "staged", durationMs: 1200, rows: 3_000_000 },
  { type: "step-started", runId: "run-1", at, step: "daily" },
  { type: "step-failed", runId: "run-1", at, step: "daily", durationMs: 7, error: { code: "X", message: "no such column" } },
  { type: "step-skipped", runId: "run-1", at, step: "routes", becauseOf: "daily" },
  { type: "step-cancelled", runId: "run-1", at, step: "late" },
  { type: "run-finished", runId: "run-1", at, status: "failed" },
];

/** DuckDB did not start, and what needs it was not started. */
export const startFailed: ActivationReport = {
  ok: false,
  startedAt: at,
  durationMs: 3,
  plugins: [
    {
      key: "floe.computes:duckdb",
      state: "failed",
      durationMs: 2,
      error: {
        name: "PluginStartupError",
        code: "FLOE_PLUGIN_STARTUP",
        message: "Cannot start floe.computes:duckdb: the file is locked",
        hint: "End the other process.",
      },
    },
    {
      key: "floe.orchestrators:local",
      state: "blocked",
      durationMs: 0,
      blockedBy: "floe.computes:duckdb",
      error: { name: "PluginBlockedError", code: "FLOE_PLUGIN_BLOCKED", message: "Cannot start floe.orchestrators:local", hint: "" },
    },
  ],
};

/** DuckDB is unhealthy, and so is the orchestrator because of it. */
export const unhealthy: HealthReport = {
  ...health,
  ok: false,
  overall: "unhealthy",
  plugins: health.plugins.map((plugin, index) => ({
    ...plugin,
    status: { state: "unhealthy", message: index === 0 ? "the disk is full" : "", details: {} },
    ...(index === 0 ? {} : { rootCause: "floe.computes:duckdb" as const }),
  })),
};
