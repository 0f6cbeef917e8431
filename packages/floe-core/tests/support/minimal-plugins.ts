import {
  type Catalog,
  CatalogPlugin,
  ComputePlugin,
  type ConnectionResult,
  DbtPlugin,
  type DbtProfile,
  type DbtRunResult,
  type DbtRuntimeMetadata,
  type FileIo,
  type HealthStatus,
  type HelmValues,
  IdentityPlugin,
  IngestionPlugin,
  type IngestionPipeline,
  type IngestionResult,
  LineageBackendPlugin,
  type LineageTransportConfig,
  type LintResult,
  type NamespaceStrategy,
  type OrchestratorDefinitions,
  OrchestratorPlugin,
  type OtlpExporterConfig,
  type PluginMetadata,
  type ResourceSpec,
  type RunResult,
  SecretsPlugin,
  SemanticLayerPlugin,
  StoragePlugin,
  TelemetryBackendPlugin,
  type TokenValidation,
  type VendedCredentials,
} from "floe-core";

/*
 * Per type, the class with nothing but what is required. One member less does not compile, and one more that
 * became required would not either: this is what a plugin of plugin API 1.0 may be like.
 */

class MinimalCompute extends ComputePlugin {
  readonly isSelfHosted = true;
  generateDbtProfile = (): DbtProfile => ({});
  getRequiredDbtPackages = (): readonly string[] => [];
  validateConnection = (): Promise<ConnectionResult> => never();
  getResourceRequirements = (): ResourceSpec => never();
}

class MinimalOrchestrator extends OrchestratorPlugin {
  createDefinitions = (): Promise<OrchestratorDefinitions> => never();
  createAssetsFromTransforms = (): readonly [] => [];
  run = (): Promise<RunResult> => never();
  generateEntryPointCode = (): Promise<string> => never();
  validateConnection = (): Promise<ConnectionResult> => never();
  scheduleJob = (): Promise<void> => never();
  emitLineageEvent = (): Promise<string> => never();
  getResourceRequirements = (): ResourceSpec => never();
  getHelmValues = (): HelmValues => ({});
}

class MinimalCatalog extends CatalogPlugin {
  connect = (): Promise<Catalog> => never();
  createNamespace = (): Promise<void> => never();
  listNamespaces = (): Promise<readonly string[]> => never();
  deleteNamespace = (): Promise<void> => never();
  createTable = (): Promise<void> => never();
  listTables = (): Promise<readonly string[]> => never();
  dropTable = (): Promise<void> => never();
  vendCredentials = (): Promise<VendedCredentials> => never();
  override healthCheck = (): HealthStatus => ({ state: "healthy" });
}

class MinimalStorage extends StoragePlugin {
  getFileIo = (): Promise<FileIo> => never();
  getWarehouseUri = (): string => "";
  getDbtProfileConfig = (): Readonly<Record<string, unknown>> => ({});
  getHelmValues = (): HelmValues => ({});
}

class MinimalTelemetryBackend extends TelemetryBackendPlugin {
  getOtlpExporterConfig = (): OtlpExporterConfig => never();
  getHelmValues = (): HelmValues => ({});
  validateConnection = (): Promise<ConnectionResult> => never();
}

class MinimalLineageBackend extends LineageBackendPlugin {
  getTransportConfig = (): LineageTransportConfig => never();
  getNamespaceStrategy = (): NamespaceStrategy => never();
  getHelmValues = (): HelmValues => ({});
  validateConnection = (): Promise<ConnectionResult> => never();
}

class MinimalDbt extends DbtPlugin {
  compileProject = (): Promise<string> => never();
  runModels = (): Promise<DbtRunResult> => never();
  testModels = (): Promise<DbtRunResult> => never();
  lintProject = (): Promise<LintResult> => never();
  getManifest = (): Promise<Readonly<Record<string, unknown>>> => never();
  getRunResults = (): Promise<Readonly<Record<string, unknown>>> => never();
  supportsParallelExecution = (): boolean => false;
  supportsSqlLinting = (): boolean => false;
  getRuntimeMetadata = (): Promise<DbtRuntimeMetadata> => never();
}

class MinimalSemanticLayer extends SemanticLayerPlugin {
  syncFromDbtManifest = (): Promise<readonly string[]> => never();
  getSecurityContext = (): Readonly<Record<string, unknown>> => ({});
  getDatasourceConfig = (): Readonly<Record<string, unknown>> => ({});
  getApiEndpoints = (): Readonly<Record<string, string>> => ({});
  getHelmValues = (): HelmValues => ({});
}

class MinimalIngestion extends IngestionPlugin {
  readonly isExternal = false;
  createPipeline = (): Promise<IngestionPipeline> => never();
  run = (): Promise<IngestionResult> => never();
  getDestinationConfig = (): Readonly<Record<string, unknown>> => ({});
}

class MinimalSecrets extends SecretsPlugin {
  getSecret = (): Promise<string | null> => never();
  setSecret = (): Promise<void> => never();
  listSecrets = (): Promise<readonly string[]> => never();
}

class MinimalIdentity extends IdentityPlugin {
  authenticate = (): Promise<string | null> => never();
  getUserInfo = (): Promise<null> => never();
  validateToken = (): Promise<TokenValidation> => never();
}

/** The class of every built-in group. */
export const MINIMAL_PLUGINS = {
  "floe.computes": MinimalCompute,
  "floe.orchestrators": MinimalOrchestrator,
  "floe.catalogs": MinimalCatalog,
  "floe.storage": MinimalStorage,
  "floe.telemetry_backends": MinimalTelemetryBackend,
  "floe.lineage_backends": MinimalLineageBackend,
  "floe.dbt": MinimalDbt,
  "floe.semantic_layers": MinimalSemanticLayer,
  "floe.ingestion": MinimalIngestion,
  "floe.secrets": MinimalSecrets,
  "floe.identity": MinimalIdentity,
} as const satisfies Readonly<Record<string, new () => PluginMetadata>>;

/** What `register` asks a plugin to state itself. */
export const IDENTITY = { name: "minimal", version: "1.0.0", floeApiVersion: "1.0" } as const;

function never(): never {
  throw new Error("no contract test calls a member");
}
