import { pluginKey } from "../plugin-key.ts";
import type { PluginDependency } from "../plugin/plugin-dependency.ts";
import type { EntryPoint, PackageRef } from "./entry-point.ts";

/** What an entry point is made of; its key follows from it. */
export interface EntryPointParts {
  readonly type: string;
  readonly name: string;
  readonly file: string;
  readonly export: string;
  readonly apiVersion?: string | undefined;
  readonly description?: string | undefined;
  readonly dependencies: readonly PluginDependency[];
  readonly package: PackageRef;
}

/** Shared: most plugins depend on nothing, and thousands of empty lists are not free. */
const NONE: readonly PluginDependency[] = Object.freeze([]);

/** The entry point with these members, frozen; nothing that can change is shared with `parts`. */
export function createEntryPoint(parts: EntryPointParts): EntryPoint {
  const { type, name, file, apiVersion, description } = parts;
  const dependencies = parts.dependencies.length === 0 ? NONE : Object.freeze(parts.dependencies.map(copyOf));
  const entryPoint: { -readonly [Member in keyof EntryPoint]: EntryPoint[Member] } = {
    key: pluginKey(type, name),
    type,
    name,
    file,
    export: parts.export,
    dependencies,
    package: Object.freeze({ name: parts.package.name, version: parts.package.version, path: parts.package.path }),
  };
  if (apiVersion !== undefined) entryPoint.apiVersion = apiVersion;
  if (description !== undefined) entryPoint.description = description;
  return Object.freeze(entryPoint);
}

function copyOf(dependency: PluginDependency): PluginDependency {
  return typeof dependency === "string" ? dependency : Object.freeze({ ...dependency });
}
