import { PluginType } from "floe-core";
import { expect, test } from "vitest";
import { TELEMETRY_BACKEND_CLAUSES } from "../../../../../src/contract/types/telemetry-backend/telemetry-backend-clauses.ts";
import { FakeTelemetryBackend } from "../../../../../src/fakes/fake-telemetry-backend.ts";
import { allKept, tryClauses } from "../../../../support/try-clauses.ts";

function tried(exporters: object, pipelines: object): Promise<Readonly<Record<string, string>>> {
  const config = { exporters, service: { pipelines } } as never;
  const create = (): FakeTelemetryBackend => new FakeTelemetryBackend({ getOtlpExporterConfig: () => config });
  return tryClauses(PluginType.TELEMETRY_BACKEND, TELEMETRY_BACKEND_CLAUSES, { create });
}

test("TELEMETRY_BACKEND_CLAUSES are kept by several pipelines that share exporters", async () => {
  const pipelines = { traces: { exporters: ["otlp"] }, "traces/slow": { exporters: ["otlp", "debug"] }, logs: { exporters: ["debug"] } };
  expect(await tried({ otlp: { endpoint: "a:4317" }, debug: {} }, pipelines)).toEqual(allKept(TELEMETRY_BACKEND_CLAUSES));
});

test("TELEMETRY_BACKEND_CLAUSES name the exporter that is not declared, and the pipeline", async () => {
  const outcomes = await tried({ otlp: {} }, { metrics: { exporters: ["otlp", "debug"] } });
  expect(outcomes["telemetry-backend/pipelines-use-declared-exporters"]).toBe(
    "broken: Pipeline metrics sends to debug, which is not declared",
  );
});

test("TELEMETRY_BACKEND_CLAUSES name the pipeline of a kind that there is not", async () => {
  const outcomes = await tried({ otlp: {} }, { tracesque: { exporters: ["otlp"] } });
  expect(outcomes["telemetry-backend/pipelines"]).toContain("tracesque");
  expect(outcomes["telemetry-backend/pipelines-use-declared-exporters"]).toBe("untried: see telemetry-backend/pipelines");
});
