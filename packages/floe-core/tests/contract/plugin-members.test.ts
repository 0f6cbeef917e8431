import { PluginContractError, type PluginMetadata, PluginRegistry } from "floe-core";
import * as core from "floe-core";
import { describe, expect, test } from "vitest";
import { IDENTITY, MINIMAL_PLUGINS } from "../support/minimal-plugins.ts";

type Group = keyof typeof MINIMAL_PLUGINS;

/** What one type asks of a plugin; members apart from functions are written `name:kind`. */
interface Members {
  readonly className: string;
  readonly required: string;
  /** Those that the class has a default for. */
  readonly defaults?: string;
  /** Those that are simply absent. */
  readonly absent?: string;
}

/* Written out by hand. Within a major of the plugin API a `required` list never grows; the others may. */
const MEMBERS: Readonly<Record<Group, Members>> = {
  "floe.computes": {
    className: "ComputePlugin",
    required: "generateDbtProfile getRequiredDbtPackages getResourceRequirements isSelfHosted:boolean validateConnection",
    defaults: "getCatalogAttachmentSql getDbtMacroPaths",
    absent: "getReferencedTables getProcessSharing openSession",
  },
  "floe.orchestrators": {
    className: "OrchestratorPlugin",
    required:
      "createAssetsFromTransforms createDefinitions emitLineageEvent generateEntryPointCode getHelmValues getResourceRequirements run scheduleJob validateConnection",
    defaults: "sensorDefinition",
  },
  "floe.catalogs": {
    className: "CatalogPlugin",
    required: "connect createNamespace createTable deleteNamespace dropTable healthCheck listNamespaces listTables vendCredentials",
  },
  "floe.storage": {
    className: "StoragePlugin",
    required: "getDbtProfileConfig getFileIo getHelmValues getWarehouseUri",
    defaults: "getCatalogConfig",
  },
  "floe.telemetry_backends": {
    className: "TelemetryBackendPlugin",
    required: "getHelmValues getOtlpExporterConfig validateConnection",
  },
  "floe.lineage_backends": {
    className: "LineageBackendPlugin",
    required: "getHelmValues getNamespaceStrategy getTransportConfig validateConnection",
  },
  "floe.dbt": {
    className: "DbtPlugin",
    required:
      "compileProject getManifest getRunResults getRuntimeMetadata lintProject runModels supportsParallelExecution supportsSqlLinting testModels",
  },
  "floe.semantic_layers": {
    className: "SemanticLayerPlugin",
    required: "getApiEndpoints getDatasourceConfig getHelmValues getSecurityContext syncFromDbtManifest",
  },
  "floe.ingestion": {
    className: "IngestionPlugin",
    required: "createPipeline getDestinationConfig isExternal:boolean run",
  },
  "floe.secrets": {
    className: "SecretsPlugin",
    required: "getSecret listSecrets setSecret",
    defaults: "generatePodEnvSpec",
    absent: "getMultiKeySecret",
  },
  "floe.identity": {
    className: "IdentityPlugin",
    required: "authenticate getUserInfo validateToken",
    absent: "getOidcConfig",
  },
};

const ROWS = Object.entries(MEMBERS).map(([group, members]) => ({ group: group as Group, ...members }));

function split(text = ""): { readonly member: string; readonly kind: string }[] {
  return text
    .split(" ")
    .filter(Boolean)
    .map((word) => {
      const [member = "", kind = "function"] = word.split(":");
      return { member, kind };
    });
}

function minimal(group: Group): PluginMetadata {
  return Object.assign(new MINIMAL_PLUGINS[group](), IDENTITY);
}

/** What the registry has against the plugin, as `member: expected, found`; nothing if it takes it. */
function violations(group: Group, plugin: object): readonly string[] {
  const registry = new PluginRegistry({ sources: [] });
  try {
    registry.register(group, plugin as never);
    expect(registry.has(group, "minimal")).toBe(true);
    return [];
  } catch (error) {
    if (!(error instanceof PluginContractError)) throw error;
    return error.violations.map(({ member, expected, found }) => `${member}: ${expected}, ${found}`);
  }
}

describe("what a plugin type asks of a plugin at run time", () => {
  test("the eleven types and no others are pinned here", () => {
    expect(Object.keys(MEMBERS).sort()).toEqual(Object.keys(new PluginRegistry({ sources: [] }).listAll()).sort());
  });

  test.each(ROWS)("$group takes a plugin with the required members alone", ({ group, required }) => {
    const plugin = minimal(group);
    const own = Object.keys(plugin).filter((member) => !Object.hasOwn(IDENTITY, member));
    expect(own.sort()).toEqual(split(required).map(({ member }) => member));
    expect(violations(group, plugin)).toEqual([]);
  });

  test.each(ROWS)("$group refuses a plugin without any, and lists all of them", ({ group, required }) => {
    const plugin = minimal(group);
    for (const { member } of split(required)) Reflect.deleteProperty(plugin, member);
    expect([...violations(group, plugin)].sort()).toEqual(
      split(required).map(({ member, kind }) => `${member}: a ${kind}, nothing`),
    );
  });

  test.each(ROWS)("$group refuses a plugin that lacks one of them", ({ group, required }) => {
    for (const { member, kind } of split(required)) {
      const plugin = minimal(group);
      Reflect.deleteProperty(plugin, member);
      expect(violations(group, plugin)).toEqual([`${member}: a ${kind}, nothing`]);
    }
  });

  test.each(ROWS)("$group refuses a member, required or optional, of another kind", ({ group, required, defaults, absent }) => {
    for (const { member, kind } of [required, defaults, absent].flatMap(split)) {
      expect(violations(group, Object.assign(minimal(group), { [member]: 1 }))).toEqual([`${member}: a ${kind}, number`]);
    }
  });

  test.each(ROWS)("$className has its defaults and nothing more", ({ group, className, defaults }) => {
    const base = Reflect.get(core, className) as abstract new () => PluginMetadata;
    expect(minimal(group)).toBeInstanceOf(base);
    const offered = Object.getOwnPropertyNames(base.prototype).filter((member) => member !== "constructor");
    expect(offered.sort()).toEqual(split(defaults).map(({ member }) => member));
  });

  test.each(ROWS)("$group takes a plugin without any of the optional members", ({ group, defaults, absent }) => {
    const plugin = minimal(group);
    for (const { member } of split(defaults)) expect(Reflect.get(plugin, member)).toBeTypeOf("function");
    for (const { member } of split(absent)) expect(Reflect.get(plugin, member)).toBeUndefined();
    expect(violations(group, plugin)).toEqual([]);
  });
});
