export type { BrokenOutcome, BrokenPlugin } from "./broken/broken-plugin.ts";
export { brokenPlugins } from "./broken/broken-plugins.ts";
export type { BrokenManifest } from "./broken/manifests/broken-manifest.ts";
export { brokenManifests } from "./broken/manifests/broken-manifests.ts";
export { brokenProjects, type BrokenProject } from "./broken/manifests/broken-projects.ts";
export type { BrokenPackage } from "./broken/packages/broken-package.ts";
export { brokenPackages } from "./broken/packages/broken-packages.ts";
export { soundPlugins, type SoundPlugin } from "./broken/sound-plugins.ts";
export { fakeClock, type FakeClock, type FakeClockOptions } from "./clock/fake-clock.ts";
export type { BaseClause } from "./contract/base-clause.ts";
export { ContractBreach } from "./contract/contract-breach.ts";
export type { ContractClause } from "./contract/contract-clause.ts";
export type { ContractDeclaration, ContractLimits, ContractOptions, InvalidConfig, RawConfig } from "./contract/contract-options.ts";
export type { ClauseOutcome, ClauseResult, ContractReport } from "./contract/contract-report.ts";
export type { ContractSamples } from "./contract/contract-samples.ts";
export { ContractSetupError } from "./contract/contract-setup-error.ts";
export type { ContractTest } from "./contract/contract-test.ts";
export type { DescribeContractOptions } from "./contract/describe-contract.ts";
export {
  describeCatalogContract,
  describeComputeContract,
  describeDbtContract,
  describeIdentityContract,
  describeIngestionContract,
  describeLineageBackendContract,
  describeOrchestratorContract,
  describeSecretsContract,
  describeSemanticLayerContract,
  describeStorageContract,
  describeTelemetryBackendContract,
  type DescribeContract,
} from "./contract/describe-contracts.ts";
export { describePackageContract, type DescribePackageContractOptions } from "./contract/package/describe-package-contract.ts";
export type { PackageClause } from "./contract/package/package-clause.ts";
export type { PackageContractReport } from "./contract/package/package-contract-report.ts";
export type { PackageContractOptions } from "./contract/package/package-contract-options.ts";
export { runPackageContract } from "./contract/package/run-package-contract.ts";
export { runContract } from "./contract/run-contract.ts";
export type { CatalogClause } from "./contract/types/catalog/catalog-clause.ts";
export type { ComputeClause } from "./contract/types/compute/compute-clause.ts";
export type { DbtClause } from "./contract/types/dbt/dbt-clause.ts";
export type { IdentityClause } from "./contract/types/identity/identity-clause.ts";
export type { IngestionClause } from "./contract/types/ingestion/ingestion-clause.ts";
export type { LineageBackendClause } from "./contract/types/lineage-backend/lineage-backend-clause.ts";
export type { OrchestratorClause } from "./contract/types/orchestrator/orchestrator-clause.ts";
export type { SecretsClause } from "./contract/types/secrets/secrets-clause.ts";
export type { SemanticLayerClause } from "./contract/types/semantic-layer/semantic-layer-clause.ts";
export type { StorageClause } from "./contract/types/storage/storage-clause.ts";
export type { TelemetryBackendClause } from "./contract/types/telemetry-backend/telemetry-backend-clause.ts";
export { mockDiscovery, type MockDiscoveryOptions, type MockSkipped } from "./discovery/mock-discovery.ts";
export { FakeCatalog } from "./fakes/fake-catalog.ts";
export { FakeCompute, type FakeComputeOptions } from "./fakes/fake-compute.ts";
export { FakeDbt } from "./fakes/fake-dbt.ts";
export { FakeIdentity, type FakeIdentityOptions } from "./fakes/fake-identity.ts";
export { FakeIngestion } from "./fakes/fake-ingestion.ts";
export { FakeLineageBackend } from "./fakes/fake-lineage-backend.ts";
export { FakeOrchestrator } from "./fakes/fake-orchestrator.ts";
export { FAKE_CLASSES, fakeClass, fakePlugin, type FakeClasses, type FakeOf, type FakeOptionsOf } from "./fakes/fake-plugin.ts";
export { FakeSecrets, type FakeAuditEvent, type FakeSecretsOptions } from "./fakes/fake-secrets.ts";
export { FakeSemanticLayer } from "./fakes/fake-semantic-layer.ts";
export { FakeSession, type FakeRows, type FakeStatement } from "./fakes/fake-session.ts";
export type { FakeDatabase } from "./fakes/sql/fake-database.ts";
export { FakeStorage } from "./fakes/fake-storage.ts";
export { FakeTelemetryBackend } from "./fakes/fake-telemetry-backend.ts";
export type { Fake, FakeCall, FakeOptions } from "./fakes/install-fake.ts";
export { loaderTrap, type LoaderTrap } from "./loader-trap.ts";
export type { LogLine } from "./registry/collecting-logger.ts";
export { LeakError, type UnstoppedPlugin } from "./registry/leak-error.ts";
export type { LeftResource } from "./registry/resource-tracker.ts";
export { createTestRegistry, TestRegistry, type TestRegistryOptions } from "./registry/test-registry.ts";
export { createTempProject, type TempProject, type TempProjectOptions } from "./temp-project/create-temp-project.ts";
export { copyFloeCore } from "./temp-project/floe-core-copy.ts";
export { IN_PROCESS_LAYOUTS, TEMP_LAYOUTS, type InProcessLayout, type TempLayout } from "./temp-project/layouts/temp-layout.ts";
export { pluginModule, type PluginModuleOptions } from "./temp-project/plugin-module.ts";
export { pluginPackage, type PluginPackageOptions } from "./temp-project/plugin-package.ts";
export type { TempFile } from "./temp-project/temp-file.ts";
export type { DependencyField, FloeCoreInstall, FloeCoreVersions, TempPackage } from "./temp-project/temp-package.ts";
