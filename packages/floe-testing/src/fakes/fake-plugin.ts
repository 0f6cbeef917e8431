import { PluginType } from "floe-core";
import { FakeCatalog } from "./fake-catalog.ts";
import { FakeCompute } from "./fake-compute.ts";
import { FakeDbt } from "./fake-dbt.ts";
import { FakeIdentity } from "./fake-identity.ts";
import { FakeIngestion } from "./fake-ingestion.ts";
import { FakeLineageBackend } from "./fake-lineage-backend.ts";
import { FakeOrchestrator } from "./fake-orchestrator.ts";
import { FakeSecrets } from "./fake-secrets.ts";
import { FakeSemanticLayer } from "./fake-semantic-layer.ts";
import { FakeStorage } from "./fake-storage.ts";
import { FakeTelemetryBackend } from "./fake-telemetry-backend.ts";

/** Entry-point group to the class of its fake. */
export interface FakeClasses {
  readonly "floe.computes": typeof FakeCompute;
  readonly "floe.orchestrators": typeof FakeOrchestrator;
  readonly "floe.catalogs": typeof FakeCatalog;
  readonly "floe.storage": typeof FakeStorage;
  readonly "floe.telemetry_backends": typeof FakeTelemetryBackend;
  readonly "floe.lineage_backends": typeof FakeLineageBackend;
  readonly "floe.dbt": typeof FakeDbt;
  readonly "floe.semantic_layers": typeof FakeSemanticLayer;
  readonly "floe.ingestion": typeof FakeIngestion;
  readonly "floe.secrets": typeof FakeSecrets;
  readonly "floe.identity": typeof FakeIdentity;
}

/** Each class can be discovered as it is: constructed without arguments, it takes its identity from the manifest. */
export const FAKE_CLASSES: FakeClasses = Object.freeze({
  [PluginType.COMPUTE]: FakeCompute,
  [PluginType.ORCHESTRATOR]: FakeOrchestrator,
  [PluginType.CATALOG]: FakeCatalog,
  [PluginType.STORAGE]: FakeStorage,
  [PluginType.TELEMETRY_BACKEND]: FakeTelemetryBackend,
  [PluginType.LINEAGE_BACKEND]: FakeLineageBackend,
  [PluginType.DBT]: FakeDbt,
  [PluginType.SEMANTIC_LAYER]: FakeSemanticLayer,
  [PluginType.INGESTION]: FakeIngestion,
  [PluginType.SECRETS]: FakeSecrets,
  [PluginType.IDENTITY]: FakeIdentity,
});

/** The fake of a plugin type. */
export type FakeOf<Type extends PluginType> = InstanceType<FakeClasses[Type]>;

/** What the fake of a plugin type can be given: any member of the type, and for some what they hold. */
export type FakeOptionsOf<Type extends PluginType> = NonNullable<ConstructorParameters<FakeClasses[Type]>[0]>;

/**
 * A fake of any plugin type.
 *
 * @example
 * ```ts
 * import { PluginType } from "floe-core";
 * import { createTestRegistry, fakePlugin } from "floe-testing";
 *
 * await using registry = createTestRegistry();
 * const storage = fakePlugin(PluginType.STORAGE, { name: "disk" });
 * registry.register(PluginType.STORAGE, storage);
 * await registry.activate(PluginType.STORAGE, "disk");
 * console.log(storage.calls.map(({ hook }) => hook)); // [ 'startup' ]
 * ```
 */
export function fakePlugin<Type extends PluginType>(type: Type, options?: FakeOptionsOf<Type>): FakeOf<Type> {
  const construct = FAKE_CLASSES[type] as unknown as new (options?: object) => FakeOf<Type>;
  return new construct(options);
}

/**
 * A class whose instances are fakes with these options, for tables and other places that construct a plugin
 * without arguments. Leave the identity to the manifest: what is stated twice has to agree.
 */
export function fakeClass<Type extends PluginType>(type: Type, options: FakeOptionsOf<Type>): new () => FakeOf<Type> {
  const base = FAKE_CLASSES[type] as unknown as new (options?: object) => object;
  const configured = class extends base {
    constructor() {
      super(options);
    }
  };
  return configured as unknown as new () => FakeOf<Type>;
}
