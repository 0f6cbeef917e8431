import { describe, expect, test } from "vitest";
import { PluginType } from "../../../src/plugin-type.ts";
import { BUILTIN_PLUGIN_TYPES } from "../../../src/plugin/builtin-plugin-types.ts";
import { CatalogPlugin } from "../../../src/plugin/catalog-plugin.ts";
import { ComputePlugin } from "../../../src/plugin/compute-plugin.ts";
import { DbtPlugin } from "../../../src/plugin/dbt-plugin.ts";
import { IdentityPlugin } from "../../../src/plugin/identity-plugin.ts";
import { IngestionPlugin } from "../../../src/plugin/ingestion-plugin.ts";
import { LineageBackendPlugin } from "../../../src/plugin/lineage-backend-plugin.ts";
import { OrchestratorPlugin } from "../../../src/plugin/orchestrator-plugin.ts";
import { SecretsPlugin } from "../../../src/plugin/secrets-plugin.ts";
import { SemanticLayerPlugin } from "../../../src/plugin/semantic-layer-plugin.ts";
import { StoragePlugin } from "../../../src/plugin/storage-plugin.ts";
import { TelemetryBackendPlugin } from "../../../src/plugin/telemetry-backend-plugin.ts";

/** What plugin-interfaces.md asks of an author, word for word. */
const REQUIRED: Readonly<Record<string, string>> = {
  "floe.computes": "generateDbtProfile getRequiredDbtPackages getResourceRequirements isSelfHosted validateConnection",
  "floe.orchestrators":
    "createAssetsFromTransforms createDefinitions emitLineageEvent generateEntryPointCode getHelmValues getResourceRequirements run scheduleJob validateConnection",
  "floe.catalogs":
    "connect createNamespace createTable deleteNamespace dropTable healthCheck listNamespaces listTables vendCredentials",
  "floe.storage": "getDbtProfileConfig getFileIo getHelmValues getWarehouseUri",
  "floe.telemetry_backends": "getHelmValues getOtlpExporterConfig validateConnection",
  "floe.lineage_backends": "getHelmValues getNamespaceStrategy getTransportConfig validateConnection",
  "floe.dbt":
    "compileProject getManifest getRunResults getRuntimeMetadata lintProject runModels supportsParallelExecution supportsSqlLinting testModels",
  "floe.semantic_layers": "getApiEndpoints getDatasourceConfig getHelmValues getSecurityContext syncFromDbtManifest",
  "floe.ingestion": "createPipeline getDestinationConfig isExternal run",
  "floe.secrets": "getSecret listSecrets setSecret",
  "floe.identity": "authenticate getUserInfo validateToken",
};

const OPTIONAL: Readonly<Record<string, string>> = {
  "floe.computes": "getCatalogAttachmentSql getDbtMacroPaths getProcessSharing getReferencedTables openSession",
  "floe.orchestrators": "sensorDefinition",
  "floe.storage": "getCatalogConfig",
  "floe.secrets": "generatePodEnvSpec getMultiKeySecret",
  "floe.identity": "getOidcConfig",
};

const CLASSES = {
  "floe.computes": ComputePlugin,
  "floe.orchestrators": OrchestratorPlugin,
  "floe.catalogs": CatalogPlugin,
  "floe.storage": StoragePlugin,
  "floe.telemetry_backends": TelemetryBackendPlugin,
  "floe.lineage_backends": LineageBackendPlugin,
  "floe.dbt": DbtPlugin,
  "floe.semantic_layers": SemanticLayerPlugin,
  "floe.ingestion": IngestionPlugin,
  "floe.secrets": SecretsPlugin,
  "floe.identity": IdentityPlugin,
} as const;

describe("BUILTIN_PLUGIN_TYPES", () => {
  test("BUILTIN_PLUGIN_TYPES has one definition per built-in type", () => {
    expect(BUILTIN_PLUGIN_TYPES.map(({ group }) => group)).toStrictEqual(Object.values(PluginType));
  });

  test.each(BUILTIN_PLUGIN_TYPES)("BUILTIN_PLUGIN_TYPES asks of $group what its interface requires", ({ group, required, optional }) => {
    expect(Object.keys(required).sort().join(" ")).toBe(REQUIRED[group]);
    expect(Object.keys(optional ?? {}).sort().join(" ")).toBe(OPTIONAL[group] ?? "");
  });

  test.each(BUILTIN_PLUGIN_TYPES)("BUILTIN_PLUGIN_TYPES lists every default that the class of $group offers", ({ group, required, optional }) => {
    const { prototype } = CLASSES[group as keyof typeof CLASSES];
    const defaults = Object.getOwnPropertyNames(prototype).filter((member) => member !== "constructor");
    expect(Object.keys({ ...required, ...optional })).toEqual(expect.arrayContaining(defaults));
  });

  test("BUILTIN_PLUGIN_TYPES is frozen", () => {
    expect(Object.isFrozen(BUILTIN_PLUGIN_TYPES)).toBe(true);
  });
});
