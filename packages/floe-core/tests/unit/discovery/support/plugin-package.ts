import type { Content } from "./temp-tree.ts";

/** The package.json of a package that offers `floe.computes:<plugin>`. */
export function pluginManifest(
  name: string,
  plugin: string = name,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return { name, version: "1.0.0", floe: { computes: { [plugin]: "./plugin.js#Plugin" } }, ...more };
}

/** The files of such a package in `folder`. */
export function pluginPackage(
  folder: string,
  name: string,
  plugin: string = name,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, Content>> {
  return {
    [`${folder}/package.json`]: pluginManifest(name, plugin, more),
    [`${folder}/plugin.js`]: "export class Plugin {}",
  };
}
