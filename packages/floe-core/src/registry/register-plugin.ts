import { freezeConfig } from "../config/freeze-config.ts";
import { DuplicatePluginError, type DuplicateCandidate } from "../errors/duplicate-plugin-error.ts";
import type { PluginConfig } from "../plugin/config-schema.ts";
import { hostSlot } from "../plugin/plugin-host-slot.ts";
import type { PluginMetadata } from "../plugin/plugin-metadata.ts";
import { acceptPlugin } from "./accept-plugin.ts";
import { notFound } from "./not-found.ts";
import { factsOf, toCandidate } from "./plugin-facts.ts";
import { PluginRecord } from "./plugin-record.ts";
import type { RegistryContext } from "./registry-context.ts";

/**
 * Takes a plugin that the host made itself. Contract, version and duplicates are checked first.
 * A plugin that was configured before it is registered keeps its configuration, frozen.
 *
 * @throws PluginContractError, PluginIncompatibleError, DuplicatePluginError, or PluginNotFoundError for an
 *   unknown type.
 */
export function registerPlugin(type: string, plugin: PluginMetadata, context: RegistryContext): void {
  const { store } = context;
  if (!store.types.has(type)) throw notFound(context, type, nameOf(plugin), "register");
  const record = new PluginRecord(type, nameOf(plugin), undefined);
  const accepted = acceptPlugin(record, plugin, context, undefined);
  const present = store.find(type, record.name);
  if (present !== undefined) throw duplicate(present, accepted);
  record.plugin = accepted;
  record.state = "loaded";
  const slot = hostSlot(accepted);
  slot.baseDir = context.cwd;
  if (typeof slot.config?.value === "object" && slot.config.value !== null) {
    const config = freezeConfig(slot.config.value as PluginConfig);
    slot.config = { value: config };
    record.config = config;
  }
  store.add(record);
}

/** The name as far as it can be read; a plugin without one is refused by the contract check. */
function nameOf(plugin: unknown): string {
  try {
    const name: unknown = typeof plugin === "object" && plugin !== null ? Reflect.get(plugin, "name") : undefined;
    return typeof name === "string" ? name : "(unnamed)";
  } catch {
    return "(unnamed)";
  }
}

function duplicate(present: PluginRecord, plugin: PluginMetadata): DuplicatePluginError {
  const offered = { package: "(registered)", version: plugin.version, path: "" };
  const there: readonly DuplicateCandidate[] =
    present.candidates === undefined
      ? [{ package: "(registered)", version: factsOf(present).version, path: "" }]
      : present.candidates.all.map(toCandidate);
  return new DuplicatePluginError({
    verb: "register",
    key: present.key,
    candidates: [...there, offered],
    hint: "Give the plugin another name, or unregister the one that is there.",
  });
}
