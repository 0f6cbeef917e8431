import type { PluginDependency } from "../plugin/plugin-dependency.ts";

/** A dependency with its parts told apart. */
export interface WantedPlugin {
  /** What `text` is: a whole key, a name of whatever type, or a type whose selected plugin is meant. */
  readonly by: "key" | "name" | "type";
  readonly text: string;
  readonly range: string | undefined;
  readonly optional: boolean;
}

/** Tells apart the ways in which a dependency may be written. A string with a colon is a key. */
export function readDependency(dependency: PluginDependency): WantedPlugin {
  if (typeof dependency === "string") return byNameOrKey(dependency, undefined, false);
  const { type, name, version: range, optional = false } = dependency;
  if (type === undefined) return byNameOrKey(name ?? "", range, optional);
  return name === undefined
    ? { by: "type", text: type, range, optional }
    : { by: "key", text: `${type}:${name}`, range, optional };
}

function byNameOrKey(text: string, range: string | undefined, optional: boolean): WantedPlugin {
  return { by: text.includes(":") ? "key" : "name", text, range, optional };
}
