export { collectSecrets } from "./config/collect-secrets.ts";
export { redactError } from "./config/redact-error.ts";
export { redactorFor, type Redactor } from "./config/redact-text.ts";
export type { DiscoveryChanges, DiscoveryConflict, DiscoveryReport, SkipCode, SkippedEntry } from "./discovery/discovery-report.ts";
export type { DiscoveryFindings, DiscoveryRequest, DiscoveryScope, DiscoverySource, FoundEntry } from "./discovery/discovery-source.ts";
export type { EntryPoint, PackageRef } from "./discovery/entry-point.ts";
export { packageScan, type PackageScanOptions } from "./discovery/package-scan.ts";
export { findPnpApi, type FindPnpApi, type PnpApi, type PnpLocator, type PnpPackage } from "./discovery/scan/pnp-api.ts";
export {
  staticSource,
  type StaticPluginClass,
  type StaticPluginEntry,
  type StaticPluginTable,
  type StaticSourceOptions,
} from "./discovery/static-source.ts";
export type { PluginGraph, Requirement, Resolution } from "./dependencies/resolution.ts";
export {
  CatalogAuthenticationError,
  CatalogConflictError,
  CatalogError,
  CatalogNotFoundError,
  CatalogNotSupportedError,
  CatalogUnavailableError,
} from "./errors/catalog-error.ts";
export { CircularDependencyError } from "./errors/circular-dependency-error.ts";
export { DbtCompilationError, DbtError, DbtExecutionError, type DbtFailurePlace } from "./errors/dbt-error.ts";
export { DuplicatePluginError, type DuplicateCandidate } from "./errors/duplicate-plugin-error.ts";
export {
  MissingDependencyError,
  type AmbiguousDependency,
  type MissingDependency,
  type VersionConflict,
} from "./errors/missing-dependency-error.ts";
export { PluginBlockedError } from "./errors/plugin-blocked-error.ts";
export { PluginConfigurationError, type ConfigurationIssue } from "./errors/plugin-configuration-error.ts";
export { PluginContractError, type ContractRule, type ContractViolation } from "./errors/plugin-contract-error.ts";
export { isPluginError, PluginError, reasonOf, type PluginErrorJson, type PluginErrorOptions } from "./errors/plugin-error.ts";
export { PluginInUseError } from "./errors/plugin-in-use-error.ts";
export { PluginIncompatibleError } from "./errors/plugin-incompatible-error.ts";
export { PluginLoadError, type LoadStage } from "./errors/plugin-load-error.ts";
export { PluginNotFoundError, type SkippedReason } from "./errors/plugin-not-found-error.ts";
export { PluginShutdownError } from "./errors/plugin-shutdown-error.ts";
export { PluginStartupError } from "./errors/plugin-startup-error.ts";
export { PluginTimeoutError, type TimedHook } from "./errors/plugin-timeout-error.ts";
export { RegistryConflictError, type FloeCoreCopy } from "./errors/registry-conflict-error.ts";
export type { HealthState, HealthStatus } from "./health-status.ts";
export { silentLogger, type Logger, type LogMethod } from "./logger.ts";
export { ActiveRuns } from "./orchestration/active-runs.ts";
export { askEngine, type EngineFacts } from "./orchestration/ask-engine.ts";
export { systemClock, type Clock } from "./orchestration/clock.ts";
export { checkSchedule } from "./orchestration/check-schedule.ts";
export { eventSink } from "./orchestration/event-sink.ts";
export { InvalidScheduleError } from "./orchestration/invalid-schedule-error.ts";
export { InvalidTransformsError, type TransformProblem } from "./orchestration/invalid-transforms-error.ts";
export { orderTransforms } from "./orchestration/order-transforms.ts";
export { planRun, type PlannedStep } from "./orchestration/plan-run.ts";
export { RunJournal } from "./orchestration/run-journal.ts";
export { secretMask } from "./orchestration/secret-mask.ts";
export { stepError } from "./orchestration/step-error.ts";
export { StepFrontier } from "./orchestration/step-frontier.ts";
export { UnknownSelectionError, type UnknownTransform } from "./orchestration/unknown-selection-error.ts";
export { unlessAborted } from "./orchestration/unless-aborted.ts";
export { isPluginName, pluginKey, tryParsePluginKey, type PluginKey } from "./plugin-key.ts";
export { PluginType } from "./plugin-type.ts";
export type { CallOptions, HelmValues } from "./plugin/call-options.ts";
export { CatalogPlugin, type Catalog, type CatalogField, type VendedCredentials } from "./plugin/catalog-plugin.ts";
export type { CompiledArtifacts, CompiledPlugin, TransformConfig } from "./plugin/compiled-artifacts.ts";
export { ComputePlugin, type CatalogConnection, type DbtProfile, type ProcessSharing } from "./plugin/compute-plugin.ts";
export type {
  ColumnInput,
  ColumnLineage,
  ColumnSchema,
  ColumnTransformation,
  ComputeSession,
  Materialization,
  MaterializeRequest,
  MaterializeResult,
  QueryParameters,
  Row,
  SourceFile,
} from "./plugin/compute-session.ts";
export type { ConfigSchema, PluginConfig, SchemaIssue, SchemaResult } from "./plugin/config-schema.ts";
export type { ConnectionResult } from "./plugin/connection-result.ts";
export {
  DbtPlugin,
  type DbtInvocation,
  type DbtRunResult,
  type DbtRuntimeMetadata,
  type DbtSelection,
  type LintResult,
} from "./plugin/dbt-plugin.ts";
export { IdentityPlugin, type OidcConfig, type TokenValidation, type UserInfo } from "./plugin/identity-plugin.ts";
export {
  IngestionPlugin,
  type IngestionConfig,
  type IngestionPipeline,
  type IngestionResult,
} from "./plugin/ingestion-plugin.ts";
export {
  LineageBackendPlugin,
  type LineageTransportConfig,
  type NamespaceStrategy,
} from "./plugin/lineage-backend-plugin.ts";
export type { LineageDataset, LineageEvent, LineageFacets } from "./plugin/lineage-event.ts";
export {
  OrchestratorPlugin,
  type AssetDefinition,
  type JobSchedule,
  type OrchestratorDefinitions,
} from "./plugin/orchestrator-plugin.ts";
export type { PluginContext } from "./plugin/plugin-context.ts";
export type { PluginDependency, PluginDependencySpec } from "./plugin/plugin-dependency.ts";
export { PluginMetadata, type StartupContext } from "./plugin/plugin-metadata.ts";
export { definePluginType, type MemberKind, type PluginTypeDefinition } from "./plugin/plugin-type-definition.ts";
export type { EntryPointGroup, PluginTypes } from "./plugin/plugin-types.ts";
export { RESOURCE_PRESETS, resourcePreset, type ResourceSpec, type WorkloadSize } from "./plugin/resource-spec.ts";
export type {
  RunEvent,
  RunOptions,
  RunResult,
  RunStatus,
  SelectedPlugins,
  StepError,
  StepResult,
  StepStatus,
} from "./plugin/run-result.ts";
export { SecretsPlugin } from "./plugin/secrets-plugin.ts";
export { SemanticLayerPlugin } from "./plugin/semantic-layer-plugin.ts";
export { StoragePlugin, type FileIo } from "./plugin/storage-plugin.ts";
export { TelemetryBackendPlugin, type OtlpExporterConfig } from "./plugin/telemetry-backend-plugin.ts";
export type { FullHealthStatus } from "./registry/health.ts";
export type { PluginEvent } from "./registry/channels.ts";
export type { PluginInfo } from "./registry/plugin-info.ts";
export { PluginRegistry, type LoadedPlugins } from "./registry/plugin-registry.ts";
export type { PluginState } from "./registry/plugin-state.ts";
export type {
  ActivateAllOptions,
  ActivateOptions,
  ConfigureOptions,
  FailurePolicy,
  HealthOptions,
  PluginRegistryOptions,
  ShutdownOptions,
  TimeLimit,
} from "./registry/registry-options.ts";
export type {
  ActivationReport,
  HealthReport,
  OperationReport,
  PluginHealthReport,
  PluginReport,
  RediscoveryReport,
  ShutdownReport,
} from "./registry/reports.ts";
export { getRegistry } from "./registry/shared-registry.ts";
export { CRON_ALIASES, findCronProblem, type ReadCron } from "./schedule/find-cron-problem.ts";
export { findTimeZone, type TimeZoneAnswer } from "./schedule/find-time-zone.ts";
export { canonicalJson } from "./text/canonical-json.ts";
export { nearest } from "./text/nearest.ts";
export { checkCompatibility, type Compatibility } from "./version/check-compatibility.ts";
export { isCompatible } from "./version/is-compatible.ts";
export { isSemver } from "./version/is-semver.ts";
export { parseApiVersion, tryParseApiVersion, type ApiVersion } from "./version/parse-api-version.ts";
export { FLOE_PLUGIN_API_VERSION } from "./version/plugin-api-version.ts";
