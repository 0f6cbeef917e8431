import { FLOE_PLUGIN_API_VERSION, type PluginDependency } from "floe-core";
import { pluginModule, type PluginModuleOptions } from "./plugin-module.ts";
import type { TempPackage } from "./temp-package.ts";

/** What a package with one plugin is written from: the plugin, and under `package` everything else. */
export interface PluginPackageOptions extends Omit<PluginModuleOptions, "export"> {
  /** The plugin's name. */
  readonly name: string;
  /** The plugin API the block states; null states none. Default: floe-core's own. */
  readonly apiVersion?: string | null;
  /** Default: none. */
  readonly description?: string;
  /** The plugins it needs, as its entry states them. Default: none. */
  readonly dependencies?: readonly PluginDependency[];
  /** The exported class. Default: made from the name, `my-engine` becomes `MyEnginePlugin`. */
  readonly export?: string;
  /** The module, relative to the package. Default: `plugin.js`, or `plugin.cjs` for CommonJS. */
  readonly file?: string;
  /** The package's version. Default: `1.0.0`. */
  readonly version?: string;
  /** Everything else about the package; its files are added. */
  readonly package?: TempPackage;
}

/** A package for `createTempProject` with one working plugin in it. */
export function pluginPackage(options: PluginPackageOptions): TempPackage {
  const { name, type, format = "esm", apiVersion = FLOE_PLUGIN_API_VERSION, description, dependencies } = options;
  const exported = options.export ?? `${pascalCase(name)}Plugin`;
  const file = options.file ?? (format === "esm" ? "plugin.js" : "plugin.cjs");
  const target = exported === "default" ? `./${file}` : `./${file}#${exported}`;
  const isShort = description === undefined && dependencies === undefined;
  const entry = isShort ? target : { entry: target, description, dependencies };
  const { files, ...others } = options.package ?? {};
  return {
    ...(options.version === undefined ? {} : { version: options.version }),
    floe: {
      ...(apiVersion === null ? {} : { apiVersion }),
      [type.slice("floe.".length)]: { [name]: entry },
    },
    ...others,
    files: { [file]: pluginModule({ ...options, export: exported }), ...files },
  };
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|[^a-zA-Z0-9]+)([a-zA-Z0-9]?)/g, (_, letter: string) => letter.toUpperCase());
}
