import { PluginType } from "floe-core";

/** The abstract class of a plugin type and class members, as JavaScript, that implement what it requires. */
export interface PluginSource {
  readonly base: string;
  readonly members: readonly string[];
}

const CONNECTED = `async validateConnection() {
    return { status: "healthy", latencyMs: 0, message: "", warnings: [], errors: [] };
  }`;

const SIZED = `getResourceRequirements(size) {
    return resourcePreset(size);
  }`;

/** By entry-point group. The members work, and do as little as they may. */
export const PLUGIN_SOURCES: Readonly<Record<PluginType, PluginSource>> = Object.freeze({
  [PluginType.COMPUTE]: {
    base: "ComputePlugin",
    members: [
      "isSelfHosted = true;",
      'generateDbtProfile() {\n    return { type: "fake" };\n  }',
      'getRequiredDbtPackages() {\n    return ["dbt-fake>=1.0"];\n  }',
      CONNECTED,
      SIZED,
    ],
  },
  [PluginType.ORCHESTRATOR]: {
    base: "OrchestratorPlugin",
    members: [
      "async createDefinitions() {\n    return { assets: [], jobs: [], schedules: [], files: {} };\n  }",
      "createAssetsFromTransforms() {\n    return [];\n  }",
      `async run() {
    const at = new Date(0).toISOString();
    return { runId: "run", status: "succeeded", startedAt: at, finishedAt: at, steps: [] };
  }`,
      "async generateEntryPointCode({ outputDir }) {\n    return outputDir;\n  }",
      CONNECTED,
      "async scheduleJob() {}",
      "async emitLineageEvent(event) {\n    return event.run.runId;\n  }",
      SIZED,
      "getHelmValues() {\n    return {};\n  }",
    ],
  },
  [PluginType.CATALOG]: {
    base: "CatalogPlugin",
    members: [
      'async connect() {\n    return { name: "fake", uri: "memory:fake" };\n  }',
      "async createNamespace() {}",
      "async listNamespaces() {\n    return [];\n  }",
      "async deleteNamespace() {}",
      "async createTable() {}",
      "async listTables() {\n    return [];\n  }",
      "async dropTable() {}",
      'async vendCredentials() {\n    return { accessKey: "", secretKey: "", expiresAt: new Date(0).toISOString() };\n  }',
      'healthCheck() {\n    return { state: "healthy" };\n  }',
    ],
  },
  [PluginType.STORAGE]: {
    base: "StoragePlugin",
    members: [
      `async getFileIo() {
    return { read: async () => new Uint8Array(), write: async () => {}, delete: async () => {}, list: async () => [] };
  }`,
      "getWarehouseUri(namespace) {\n    return `memory://${namespace}`;\n  }",
      "getDbtProfileConfig() {\n    return {};\n  }",
      "getHelmValues() {\n    return {};\n  }",
    ],
  },
  [PluginType.TELEMETRY_BACKEND]: {
    base: "TelemetryBackendPlugin",
    members: [
      "getOtlpExporterConfig() {\n    return { exporters: {}, service: { pipelines: {} } };\n  }",
      "getHelmValues() {\n    return {};\n  }",
      CONNECTED,
    ],
  },
  [PluginType.LINEAGE_BACKEND]: {
    base: "LineageBackendPlugin",
    members: [
      'getTransportConfig() {\n    return { type: "console", timeoutMs: 1000 };\n  }',
      'getNamespaceStrategy() {\n    return { strategy: "fixed", template: "fake", defaultNamespace: "fake" };\n  }',
      "getHelmValues() {\n    return {};\n  }",
      CONNECTED,
    ],
  },
  [PluginType.DBT]: {
    base: "DbtPlugin",
    members: [
      "async compileProject({ projectDir }) {\n    return `${projectDir}/target/manifest.json`;\n  }",
      "async runModels() {\n    return { success: true, durationMs: 0, nodes: [] };\n  }",
      "async testModels() {\n    return { success: true, durationMs: 0, nodes: [] };\n  }",
      "async lintProject() {\n    return { success: true, issues: [] };\n  }",
      "async getManifest() {\n    return {};\n  }",
      "async getRunResults() {\n    return {};\n  }",
      "supportsParallelExecution() {\n    return false;\n  }",
      "supportsSqlLinting() {\n    return false;\n  }",
      'async getRuntimeMetadata() {\n    return { runtime: "fake" };\n  }',
    ],
  },
  [PluginType.SEMANTIC_LAYER]: {
    base: "SemanticLayerPlugin",
    members: [
      "async syncFromDbtManifest() {\n    return [];\n  }",
      "getSecurityContext(namespace, roles) {\n    return { namespace, roles };\n  }",
      "getDatasourceConfig(compute) {\n    return { compute: compute.name };\n  }",
      'getApiEndpoints() {\n    return { sql: "http://localhost/sql" };\n  }',
      "getHelmValues() {\n    return {};\n  }",
    ],
  },
  [PluginType.INGESTION]: {
    base: "IngestionPlugin",
    members: [
      "isExternal = false;",
      'async createPipeline(config) {\n    return { id: "pipeline", config };\n  }',
      "async run() {\n    return { success: true, rowsLoaded: 0, bytesWritten: 0, durationMs: 0, errors: [] };\n  }",
      "getDestinationConfig(catalog) {\n    return { catalog: catalog.name };\n  }",
    ],
  },
  [PluginType.SECRETS]: {
    base: "SecretsPlugin",
    members: [
      "async getSecret() {\n    return null;\n  }",
      "async setSecret() {}",
      "async listSecrets() {\n    return [];\n  }",
    ],
  },
  [PluginType.IDENTITY]: {
    base: "IdentityPlugin",
    members: [
      "async authenticate() {\n    return null;\n  }",
      "async getUserInfo() {\n    return null;\n  }",
      'async validateToken() {\n    return { valid: false, reason: "there are no users" };\n  }',
    ],
  },
});
