/** What a telemetry backend promises besides what every plugin does. */
export type TelemetryBackendClause =
  | "telemetry-backend/exporters"
  | "telemetry-backend/pipelines"
  | "telemetry-backend/pipelines-use-declared-exporters"
  | "telemetry-backend/helm-values"
  | "telemetry-backend/connection"
  | "telemetry-backend/honours-signals";
