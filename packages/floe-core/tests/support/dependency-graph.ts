import { DependencyGraph } from "../../src/dependencies/dependency-graph.ts";
import type { DependencyNode } from "../../src/dependencies/dependency-node.ts";
import { KnownPlugins } from "../../src/dependencies/known-plugins.ts";
import type { PluginDependency } from "../../src/plugin/plugin-dependency.ts";
import { pluginKey, type PluginKey, tryParsePluginKey } from "../../src/plugin-key.ts";

/** `"a"` as the key of a plugin that a test makes up; whole keys stay as they are. */
export function key(text: string): PluginKey {
  const parsed = tryParsePluginKey(text);
  return parsed === undefined ? pluginKey("t", text) : pluginKey(parsed.type, parsed.name);
}

/** The key of a plugin by its place in a list, sorted like the places. */
export function numberedKey(index: number): PluginKey {
  return key(`p${String(index).padStart(6, "0")}`);
}

/** A known plugin: `node("a", ["t:b"])` is `t:a`, version 1.0.0. */
export function node(name: string, dependencies: readonly PluginDependency[] = [], version?: string | null): DependencyNode {
  const { type, name: ownName } = tryParsePluginKey(key(name)) ?? { type: "", name };
  return { key: key(name), type, name: ownName, version: version === null ? undefined : (version ?? "1.0.0"), dependencies };
}

/** Plugins from edges: `graph("a>b,c b>d")` is a, b, c and d, of which a needs b and c, and b needs d. */
export function graph(edges: string): DependencyNode[] {
  const needed = new Map<string, string[]>();
  for (const part of edges.split(" ")) {
    const [from = "", targets = ""] = part.split(">");
    const list = needed.get(from) ?? [];
    needed.set(from, list);
    for (const target of targets.split(",").filter(Boolean)) {
      list.push(target);
      if (!needed.has(target)) needed.set(target, []);
    }
  }
  return [...needed].map(([name, targets]) => node(name, targets.map(key)));
}

/** The same as the graph that resolution builds of it. */
export function built(edges: string): DependencyGraph {
  return new DependencyGraph(new KnownPlugins(graph(edges)));
}
