import { PluginConfigurationError } from "../errors/plugin-configuration-error.ts";
import type { PluginConfig } from "../plugin/config-schema.ts";
import { configurePlugin } from "./configure-plugin.ts";
import { loadPlugin } from "./load-plugin.ts";
import type { PluginRecord } from "./plugin-record.ts";
import type { RegistryContext } from "./registry-context.ts";
import type { ConfigureOptions } from "./registry-options.ts";

/**
 * Loads a plugin and configures it, unless it is in use.
 *
 * @throws PluginConfigurationError; and what loading throws.
 */
export async function configureIdle(
  record: PluginRecord,
  config: unknown,
  context: RegistryContext,
  { secrets = [] }: ConfigureOptions = {},
): Promise<PluginConfig | null> {
  refuseInUse(record);
  const plugin = await loadPlugin(record, context);
  // It may have been started while it was loaded.
  refuseInUse(record);
  return configurePlugin(record, plugin, config, secrets);
}

function refuseInUse(record: PluginRecord): void {
  const { state } = record;
  if (state !== "active" && state !== "starting" && state !== "stopping") return;
  throw new PluginConfigurationError({
    plugin: record.key,
    reason: `it is ${state}`,
    hint: "Shut it down first; configure it before it is activated.",
  });
}
