import { PluginRegistry, silentLogger } from "floe-core";
import type { PlatformOptions } from "../platform/platform-options.ts";
import { pluginGroups } from "../product/plugin-keys.ts";
import { choiceSchema } from "./choice-schema.ts";
import { describePlugins, type SkippedPlugin } from "./describe-plugins.ts";
import { typeSchema } from "./type-schema.ts";
import type { JsonSchema } from "./json-schema.ts";
import { productSchema } from "./product-schema.ts";
import { reference } from "./shared-schemas.ts";

/** What making a schema may be told. Every option has a default. */
export interface PlatformSchemaOptions extends Pick<PlatformOptions, "logger" | "scope" | "types"> {
  /** The folder whose plugins are described: that of the platform file. Default: the working directory. */
  readonly cwd?: string;
  /** The registry to ask, in place of a new one. It loads what it knows and starts nothing. */
  readonly registry?: PluginRegistry;
}

/** A schema, and what it does not say. */
export interface PlatformSchema {
  /** JSON Schema of draft 2020-12, as plain JSON. */
  readonly schema: JsonSchema;
  /**
   * Plugins that could not be loaded, which the schema does not offer, and those whose configuration could not
   * be described, which it offers with any configuration; by key.
   */
  readonly skipped: readonly SkippedPlugin[];
}

/**
 * The JSON Schema of platform files, for editors: which plugins are installed and what each of them may be
 * told, by the plugins' own schemas. Loads every plugin that is installed; starts none and writes nothing. The
 * same plugins give the same schema.
 *
 * What it cannot say is left to `loadPlatform`: whether files exist, names are unique, SQL and cron expressions
 * are right, and what a plugin's schema checks in code. Scalars may also be texts with `${env:}` or `${secret:}`
 * in them.
 *
 * @example
 * ```ts
 * import { createPlatformSchema } from "floe-platform";
 *
 * const { schema, skipped } = await createPlatformSchema();
 * console.log(schema.title, skipped.length); // floe.yaml 0
 * ```
 */
export async function createPlatformSchema(options: PlatformSchemaOptions = {}): Promise<PlatformSchema> {
  const { cwd = process.cwd(), logger = silentLogger, types = {}, scope } = options;
  const registry =
    options.registry ??
    new PluginRegistry({ cwd, logger, types: Object.values(types), ...(scope === undefined ? {} : { scope }) });
  registry.discoverAll();
  const keys: Record<string, JsonSchema> = {};
  const choices: Record<string, JsonSchema> = {};
  const configs: Record<string, JsonSchema> = {};
  const skipped: SkippedPlugin[] = [];
  for (const [typeKey, group] of Object.entries(pluginGroups(types))) {
    const described = await describePlugins(registry, group, typeKey);
    const choice = described.plugins.length === 0 ? "plugin" : `plugin.${typeKey}`;
    keys[typeKey] = typeSchema(typeKey, described.plugins, reference(choice));
    choices[choice] = choiceSchema(described.plugins);
    for (const { definition, config } of described.plugins) configs[definition] = config.schema;
    skipped.push(...described.skipped);
  }
  skipped.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { schema: productSchema(keys, { ...choices, ...configs }), skipped };
}
