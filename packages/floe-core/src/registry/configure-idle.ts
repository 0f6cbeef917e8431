import { PluginConfigurationError } from "../errors/plugin-configuration-error.ts";
import type { PluginConfig } from "../plugin/config-schema.ts";
import { configurePlugin } from "./configure-plugin.ts";
import { loadPlugin } from "./load-plugin.ts";
import type { PluginRecord } from "./plugin-record.ts";
import type { RegistryContext } from "./registry-context.ts";
import type { ConfigureOptions } from "./registry-options.ts";

/**
 * Configures a plugin that is not in use: at once if it is loaded, else as soon as it is.
 *
 * @throws PluginConfigurationError; and what loading throws, which comes as a rejection.
 */
export function configureIdle(
  record: PluginRecord,
  config: unknown,
  context: RegistryContext,
  { secrets }: ConfigureOptions = {},
): PluginConfig | null | Promise<PluginConfig | null> {
  refuseInUse(record);
  if (record.plugin !== undefined) return configurePlugin(record, record.plugin, config, secrets);
  return loadPlugin(record, context).then((plugin) => {
    // It may have been started while it was loaded.
    refuseInUse(record);
    return configurePlugin(record, plugin, config, secrets);
  });
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
