import { PluginType } from "floe-core";
import { connected } from "../../fakes/connected.ts";
import type { BrokenPlugin } from "../broken-plugin.ts";
import { brokenFake, type BrokenFakeParts } from "./broken-fake.ts";

/** Telemetry backends that break one promise of their type. */
export const BROKEN_TELEMETRY_BACKENDS: readonly BrokenPlugin[] = Object.freeze([
  broken({
    id: "telemetry-has-no-exporters",
    title: "that is a telemetry backend without an exporter",
    violates: "telemetry-backend/exporters",
    members: exporting({}, { traces: { exporters: [] } }),
  }),
  broken({
    id: "telemetry-has-no-pipelines",
    title: "that is a telemetry backend without a pipeline",
    violates: "telemetry-backend/pipelines",
    members: exporting({ otlp: {} }, {}),
  }),
  broken({
    id: "telemetry-pipeline-is-of-no-kind",
    title: "that is a telemetry backend with a pipeline of a kind that there is not",
    violates: "telemetry-backend/pipelines",
    members: exporting({ otlp: {} }, { spans: { exporters: ["otlp"] } }),
  }),
  broken({
    id: "telemetry-exporter-is-not-declared",
    title: "that is a telemetry backend whose pipeline sends to an exporter that is not declared",
    violates: "telemetry-backend/pipelines-use-declared-exporters",
    members: exporting({ otlp: {} }, { traces: { exporters: ["otlp"] }, logs: { exporters: ["otlphttp"] } }),
  }),
  broken({
    id: "telemetry-pipeline-sends-nowhere",
    title: "that is a telemetry backend whose pipeline sends to no exporter",
    violates: "telemetry-backend/pipelines-use-declared-exporters",
    members: exporting({ otlp: {} }, { traces: { exporters: [] } }),
  }),
  broken({
    id: "telemetry-values-hold-a-function",
    title: "that is a telemetry backend whose helm values hold a function",
    violates: "telemetry-backend/helm-values",
    members: { getHelmValues: () => ({ replicas: () => 1 }) },
  }),
  broken({
    id: "telemetry-connection-throws",
    title: "that is a telemetry backend and throws for a bad connection",
    violates: "telemetry-backend/connection",
    entails: ["health/is-honest"],
    members: { validateConnection: () => Promise.reject(new Error("connect ECONNREFUSED")) },
  }),
  broken({
    id: "telemetry-connection-is-true",
    title: "that is a telemetry backend and says no more of its connection than true",
    violates: "telemetry-backend/connection",
    members: { validateConnection: async () => true },
  }),
  broken({
    id: "telemetry-ignores-its-signal",
    title: "that is a telemetry backend and connects whatever its signal says",
    violates: "telemetry-backend/honours-signals",
    members: { validateConnection: () => connected(undefined) },
  }),
]);

function broken(parts: BrokenFakeParts): BrokenPlugin {
  return brokenFake(PluginType.TELEMETRY_BACKEND, parts);
}

function exporting(exporters: object, pipelines: object): Readonly<Record<string, unknown>> {
  return { getOtlpExporterConfig: () => ({ exporters, service: { pipelines } }) };
}
