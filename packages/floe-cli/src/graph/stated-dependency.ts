import type { PluginDependency } from "floe-core";

/** A dependency as its plugin states it, in one form. */
export interface StatedDependency {
  /** What `text` is: a whole key, a name of whatever type, or a group whose selected plugin is meant. */
  readonly by: "key" | "name" | "type";
  readonly text: string;
  /** The versions that will do; null: any. */
  readonly range: string | null;
  readonly optional: boolean;
}

/** Tells apart the ways in which a dependency may be written. */
export function statedDependency(dependency: PluginDependency): StatedDependency {
  if (typeof dependency === "string") return { ...byKeyOrName(dependency), range: null, optional: false };
  const { type, name, version: range = null, optional = false } = dependency;
  if (type === undefined) return { ...byKeyOrName(name ?? ""), range, optional };
  if (name === undefined) return { by: "type", text: type, range, optional };
  return { by: "key", text: `${type}:${name}`, range, optional };
}

function byKeyOrName(text: string): Pick<StatedDependency, "by" | "text"> {
  return { by: text.includes(":") ? "key" : "name", text };
}
