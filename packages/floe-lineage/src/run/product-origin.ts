import { PluginType, type CompiledArtifacts, type CompiledPlugin } from "floe-core";

/** What runs a product, as far as its artifacts say. */
export interface ProductOrigin {
  /** The `producer` of its events: the package that brings the orchestrator, as a package URL. */
  readonly producer: string;
  /** The orchestrator's package; undefined if the artifacts name none. */
  readonly engine: { readonly name: string; readonly version: string } | undefined;
  /** The name of the compute that transforms run on unless they name another. */
  readonly compute: string | undefined;
}

/** Reads the selected orchestrator and the default compute from a product's artifacts. */
export function productOrigin(artifacts: CompiledArtifacts): ProductOrigin {
  const orchestrator = findSelected(artifacts, PluginType.ORCHESTRATOR);
  const compute = findSelected(artifacts, PluginType.COMPUTE);
  return {
    producer: orchestrator === undefined ? "pkg:npm/floe-lineage" : packageUrl(orchestrator),
    engine: orchestrator && { name: orchestrator.package, version: orchestrator.version },
    compute: compute?.key.slice(PluginType.COMPUTE.length + 1),
  };
}

function findSelected({ plugins, selected }: CompiledArtifacts, group: string): CompiledPlugin | undefined {
  const keys = selected ?? plugins.map(({ key }) => key);
  const first = keys.find((key) => key.startsWith(`${group}:`));
  return plugins.find(({ key }) => key === first);
}

/** See https://github.com/package-url/purl-spec: the `@` of a scope is escaped, the one before the version is not. */
function packageUrl({ package: name, version }: CompiledPlugin): string {
  return `pkg:npm/${name.replace(/^@/, "%40")}@${encodeURIComponent(version)}`;
}
