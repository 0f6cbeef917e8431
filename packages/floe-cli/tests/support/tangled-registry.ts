import { PluginRegistry, staticSource, type PluginDependency } from "floe-core";

function never(): never {
  throw new Error("imported");
}

function entry(...dependencies: PluginDependency[]): { load: () => never; version: string; apiVersion: string; dependencies: PluginDependency[] } {
  return { load: never, version: "1.0.0", apiVersion: "1.0", dependencies };
}

/**
 * A registry in which everything that can be wrong with dependencies is: a cycle, a missing one, an ambiguous one,
 * a wrong version, what is blocked by them; and a plugin that two packages offer, and one for another plugin API.
 */
export function tangledRegistry(): PluginRegistry {
  const one = staticSource(
    {
      "floe.storage": { disk: entry() },
      "floe.computes": { duckdb: entry("disk", { type: "floe.lineage_backends", optional: true }), spark: entry() },
      "floe.orchestrators": { local: entry("floe.computes:duckdb"), vague: entry({ type: "floe.computes" }) },
      "floe.telemetry_backends": { otel: entry({ name: "duckdb", optional: true }) },
      "floe.ingestion": { lost: entry("duckbd", 'no"thing]\\') },
      "floe.dbt": { strict: entry({ name: "duckdb", version: "^2.0.0" }) },
      "floe.secrets": { vault: entry("floe.identity:oidc") },
      "floe.identity": { oidc: entry("vault") },
      "floe.semantic_layers": { late: entry("floe.orchestrators:waiting") },
      "floe.catalogs": { rest: entry(), old: { ...entry(), apiVersion: "9.0" } },
    },
    { package: "one" },
  );
  const two = staticSource(
    { "floe.catalogs": { rest: entry() }, "floe.orchestrators": { waiting: entry("vault") } },
    { package: "two" },
  );
  const registry = new PluginRegistry({ sources: [one, two] });
  registry.discoverAll();
  return registry;
}
