import { resolveGraph } from "../dependencies/resolve-graph.ts";
import type { DependencyNode } from "../dependencies/dependency-node.ts";
import { CircularDependencyError } from "../errors/circular-dependency-error.ts";
import { MissingDependencyError } from "../errors/missing-dependency-error.ts";
import { readPluginBrand } from "../plugin/plugin-brand.ts";
import type { PluginMetadata } from "../plugin/plugin-metadata.ts";
import { pluginKey } from "../plugin-key.ts";
import type { PluginStore } from "./plugin-store.ts";

/**
 * The given plugins, each after those it depends on. What is active already counts as there.
 *
 * @throws MissingDependencyError or CircularDependencyError.
 */
export function resolveDependencies<Plugin extends PluginMetadata>(
  plugins: readonly Plugin[],
  store: PluginStore,
): readonly Plugin[] {
  const groupOf = (plugin: Plugin): string => readPluginBrand(plugin)?.group ?? "";
  const given = new Map(plugins.map((plugin) => [pluginKey(groupOf(plugin), plugin.name), plugin]));
  const active = store.all().filter((record) => record.state === "active" && !given.has(record.key));
  const nodes: DependencyNode[] = active.map(({ key, type, name, version }) => ({ key, type, name, version, dependencies: [] }));
  for (const [key, plugin] of given) {
    const { name, version, dependencies } = plugin;
    nodes.push({ key, type: groupOf(plugin), name, version, dependencies });
  }
  const { order, missing, ambiguous, versionConflicts, cycles } = resolveGraph(nodes).resolution;
  if (cycles.length > 0) throw new CircularDependencyError({ cycles });
  if (missing.length + ambiguous.length + versionConflicts.length > 0) {
    throw new MissingDependencyError({ missing, ambiguous, versionConflicts });
  }
  return order.flatMap((key) => given.get(key) ?? []);
}
