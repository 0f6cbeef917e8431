import { PluginRegistry, silentLogger, type DiscoveryReport, type PluginInfo, type PluginRegistryOptions } from "floe-core";
import { indexGraph, type GraphIndex } from "../graph/graph-index.ts";

/** What discovery says, and what follows from it. */
export interface Evidence {
  readonly registry: PluginRegistry;
  /** Of what the application's dependencies lead to. */
  readonly report: DiscoveryReport;
  /** Of everything that is installed; looked for when first asked. */
  readonly installed: () => Pick<DiscoveryReport, "entryPoints" | "skipped">;
  /** As they are now: loading changes them. */
  readonly infos: () => readonly PluginInfo[];
  readonly index: () => GraphIndex;
}

/** Discovers. Imports nothing. @param options Those of both looks; the scope is set here. */
export function gatherEvidence(options: Omit<PluginRegistryOptions, "scope">): Evidence {
  const registry = new PluginRegistry(options);
  const report = registry.discoverAll();
  let installed: DiscoveryReport | undefined;
  return {
    registry,
    report,
    // The first look has logged already what both find.
    installed: () => (installed ??= new PluginRegistry({ ...options, logger: silentLogger, scope: "installed" }).discoverAll()),
    infos: () => registry.list(),
    index: () => indexGraph(registry.graph(), registry.list()),
  };
}
