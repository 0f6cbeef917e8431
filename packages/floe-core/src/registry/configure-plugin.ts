import { collectSecrets } from "../config/collect-secrets.ts";
import { redactError } from "../config/redact-error.ts";
import { validateConfig } from "../config/validate-config.ts";
import { PluginConfigurationError } from "../errors/plugin-configuration-error.ts";
import { isPluginError, reasonOf } from "../errors/plugin-error.ts";
import type { PluginConfig } from "../plugin/config-schema.ts";
import { hostSlot } from "../plugin/plugin-host-slot.ts";
import type { PluginMetadata } from "../plugin/plugin-metadata.ts";
import { channels } from "./channels.ts";
import type { PluginRecord } from "./plugin-record.ts";
import { isThenable } from "./run-hook.ts";
import { secretsOf } from "./secrets-of.ts";

const NO_SECRETS: readonly string[] = Object.freeze([]);

/**
 * Validates a configuration, pushes it to the plugin, then stores it; a failure anywhere changes nothing.
 *
 * @returns the frozen configuration, or null for a plugin that takes none.
 * @throws PluginConfigurationError with every issue.
 */
export function configurePlugin(
  record: PluginRecord,
  plugin: PluginMetadata,
  input: unknown,
  secrets: readonly string[] = NO_SECRETS,
): PluginConfig | null {
  // A clock is read for whoever listens alone.
  const began = channels.configure.hasSubscribers ? performance.now() : undefined;
  try {
    const config = validateConfig({ plugin: record.key, schema: schemaOf(record, plugin), input });
    if (config !== null) push(record, plugin, config, secrets);
    record.config = config;
    record.secrets = secrets.length === 0 ? NO_SECRETS : [...secrets];
    publish(record, began);
    return config;
  } catch (error) {
    publish(record, began, error);
    throw error;
  }
}

function schemaOf(record: PluginRecord, plugin: PluginMetadata): ReturnType<PluginMetadata["getConfigSchema"]> {
  try {
    const schema: unknown = plugin.getConfigSchema();
    // It is refused as a schema; without this, its failure would end the process.
    if (isThenable(schema)) Promise.resolve(schema).catch(() => undefined);
    return schema as ReturnType<PluginMetadata["getConfigSchema"]>;
  } catch (error) {
    const clean = redactError(error, secretsOf(record));
    throw new PluginConfigurationError({
      plugin: record.key,
      reason: `its getConfigSchema() failed: ${reasonOf(clean)}`,
      hint: "This is a fault of the plugin: getConfigSchema() must not throw.",
    });
  }
}

/** @param plugin a `configure` that breaks its contract may answer anything. */
function push(
  record: PluginRecord,
  plugin: { configure(config: PluginConfig): unknown },
  config: PluginConfig,
  secrets: readonly string[],
): void {
  const slot = hostSlot(plugin);
  const previous = slot.config;
  try {
    refusePromise(plugin.configure(config));
  } catch (error) {
    slot.config = previous;
    const clean = redactError(error, [...collectSecrets(config), ...secrets]);
    throw new PluginConfigurationError({
      plugin: record.key,
      reason: `it refused the configuration: ${reasonOf(clean)}`,
      cause: clean,
    });
  }
  slot.config = { value: config };
}

function refusePromise(answer: unknown): void {
  if (!isThenable(answer)) return;
  // It is refused whatever it comes to, and no one else handles its rejection.
  Promise.resolve(answer).catch(() => undefined);
  throw new TypeError("its configure() returned a promise; it has to be synchronous");
}

function publish(record: PluginRecord, began: number | undefined, error?: unknown): void {
  if (began === undefined) return;
  channels.configure.publish({
    key: record.key,
    durationMs: performance.now() - began,
    ...(isPluginError(error) ? { error: error.toJSON() } : {}),
  });
}
