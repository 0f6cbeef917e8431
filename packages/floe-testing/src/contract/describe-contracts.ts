import { PluginType } from "floe-core";
import { describeContract, type DescribeContractOptions } from "./describe-contract.ts";

/** Describes a type's contract to a test runner. */
export type DescribeContract<Type extends PluginType> = (options: DescribeContractOptions<Type>) => void;

function describing<Type extends PluginType>(type: Type): DescribeContract<Type> {
  return (options) => describeContract(type, options);
}

/**
 * The contract of compute plugins.
 *
 * @example
 * ```ts
 * import { afterEach, beforeEach, describe, it } from "node:test";
 * import { describeComputeContract, FakeCompute } from "floe-testing";
 *
 * describeComputeContract({
 *   test: { describe, it, beforeEach, afterEach },
 *   create: () => new FakeCompute(),
 *   valid: {},
 *   invalid: [],
 * });
 * ```
 */
export const describeComputeContract: DescribeContract<"floe.computes"> = describing(PluginType.COMPUTE);
/** The contract of orchestrators. */
export const describeOrchestratorContract: DescribeContract<"floe.orchestrators"> = describing(PluginType.ORCHESTRATOR);
/** The contract of catalog plugins. */
export const describeCatalogContract: DescribeContract<"floe.catalogs"> = describing(PluginType.CATALOG);
/** The contract of storage plugins. */
export const describeStorageContract: DescribeContract<"floe.storage"> = describing(PluginType.STORAGE);
/** The contract of telemetry backends. */
export const describeTelemetryBackendContract: DescribeContract<"floe.telemetry_backends"> = describing(
  PluginType.TELEMETRY_BACKEND,
);
/** The contract of lineage backends. */
export const describeLineageBackendContract: DescribeContract<"floe.lineage_backends"> = describing(
  PluginType.LINEAGE_BACKEND,
);
/** The contract of dbt plugins. */
export const describeDbtContract: DescribeContract<"floe.dbt"> = describing(PluginType.DBT);
/** The contract of semantic layers. */
export const describeSemanticLayerContract: DescribeContract<"floe.semantic_layers"> = describing(
  PluginType.SEMANTIC_LAYER,
);
/** The contract of ingestion plugins. */
export const describeIngestionContract: DescribeContract<"floe.ingestion"> = describing(PluginType.INGESTION);
/** The contract of secrets plugins. */
export const describeSecretsContract: DescribeContract<"floe.secrets"> = describing(PluginType.SECRETS);
/** The contract of identity plugins. */
export const describeIdentityContract: DescribeContract<"floe.identity"> = describing(PluginType.IDENTITY);
