import { PluginType } from "floe-core";
import { expect, test } from "vitest";
import * as describing from "../../../src/contract/describe-contracts.ts";
import type { ContractTest } from "../../../src/contract/contract-test.ts";
import { fakePlugin } from "../../../src/fakes/fake-plugin.ts";

const FUNCTIONS: Readonly<Record<PluginType, (options: { readonly test: ContractTest; readonly create: () => never }) => void>> = {
  [PluginType.COMPUTE]: describing.describeComputeContract,
  [PluginType.ORCHESTRATOR]: describing.describeOrchestratorContract,
  [PluginType.CATALOG]: describing.describeCatalogContract,
  [PluginType.STORAGE]: describing.describeStorageContract,
  [PluginType.TELEMETRY_BACKEND]: describing.describeTelemetryBackendContract,
  [PluginType.LINEAGE_BACKEND]: describing.describeLineageBackendContract,
  [PluginType.DBT]: describing.describeDbtContract,
  [PluginType.SEMANTIC_LAYER]: describing.describeSemanticLayerContract,
  [PluginType.INGESTION]: describing.describeIngestionContract,
  [PluginType.SECRETS]: describing.describeSecretsContract,
  [PluginType.IDENTITY]: describing.describeIdentityContract,
};

test.each(Object.values(PluginType))("describe...Contract of %s describes the contract of that type", (type) => {
  const names: string[] = [];
  const runner: ContractTest = { describe: (name) => names.push(name), it: () => undefined };
  FUNCTIONS[type]({ test: runner, create: () => fakePlugin(type) as never });
  expect(names).toEqual([`${type} contract`]);
});
