import { PluginType } from "../plugin-type.ts";
import type { MemberKind, PluginTypeDefinition } from "./plugin-type-definition.ts";

/** Required and optional members of the eleven types. Required ones never grow within an API major. */
export const BUILTIN_PLUGIN_TYPES: readonly PluginTypeDefinition[] = Object.freeze([
  {
    group: PluginType.COMPUTE,
    required: {
      isSelfHosted: "boolean",
      ...functions("generateDbtProfile", "getRequiredDbtPackages", "validateConnection", "getResourceRequirements"),
    },
    optional: functions("getDbtMacroPaths", "getCatalogAttachmentSql", "getReferencedTables", "getProcessSharing", "openSession"),
  },
  {
    group: PluginType.ORCHESTRATOR,
    required: functions(
      "createDefinitions",
      "createAssetsFromTransforms",
      "run",
      "generateEntryPointCode",
      "validateConnection",
      "scheduleJob",
      "emitLineageEvent",
      "getResourceRequirements",
      "getHelmValues",
    ),
    optional: functions("sensorDefinition"),
  },
  {
    group: PluginType.CATALOG,
    required: functions(
      "connect",
      "createNamespace",
      "listNamespaces",
      "deleteNamespace",
      "createTable",
      "listTables",
      "dropTable",
      "vendCredentials",
      "healthCheck",
    ),
  },
  {
    group: PluginType.STORAGE,
    required: functions("getFileIo", "getWarehouseUri", "getDbtProfileConfig", "getHelmValues"),
    optional: functions("getCatalogConfig"),
  },
  {
    group: PluginType.TELEMETRY_BACKEND,
    required: functions("getOtlpExporterConfig", "getHelmValues", "validateConnection"),
  },
  {
    group: PluginType.LINEAGE_BACKEND,
    required: functions("getTransportConfig", "getNamespaceStrategy", "getHelmValues", "validateConnection"),
  },
  {
    group: PluginType.DBT,
    required: functions(
      "compileProject",
      "runModels",
      "testModels",
      "lintProject",
      "getManifest",
      "getRunResults",
      "supportsParallelExecution",
      "supportsSqlLinting",
      "getRuntimeMetadata",
    ),
  },
  {
    group: PluginType.SEMANTIC_LAYER,
    required: functions(
      "syncFromDbtManifest",
      "getSecurityContext",
      "getDatasourceConfig",
      "getApiEndpoints",
      "getHelmValues",
    ),
  },
  {
    group: PluginType.INGESTION,
    required: { isExternal: "boolean", ...functions("createPipeline", "run", "getDestinationConfig") },
  },
  {
    group: PluginType.SECRETS,
    required: functions("getSecret", "setSecret", "listSecrets"),
    optional: functions("generatePodEnvSpec", "getMultiKeySecret"),
  },
  {
    group: PluginType.IDENTITY,
    required: functions("authenticate", "getUserInfo", "validateToken"),
    optional: functions("getOidcConfig"),
  },
]);

function functions(...members: readonly string[]): Readonly<Record<string, MemberKind>> {
  return Object.freeze(Object.fromEntries(members.map((member) => [member, "function" as const])));
}
