import { PluginInUseError } from "../errors/plugin-in-use-error.ts";
import type { RegistryContext } from "./registry-context.ts";
import { liveDependents, shutdownRecords } from "./shutdown.ts";

/**
 * Removes every trace of a plugin, after stopping it. Resolves with false if there is none.
 *
 * @throws PluginInUseError while plugins that depend on it are active.
 */
export async function unregisterPlugin(type: string, name: string, context: RegistryContext): Promise<boolean> {
  const record = context.store.find(type, name);
  if (record === undefined || record.isLeaving) return false;
  const dependents = liveDependents(record).filter(({ state }) => state === "active" || state === "starting");
  if (dependents.length > 0) {
    throw new PluginInUseError({ plugin: record.key, dependents: dependents.map(({ key }) => key).sort() });
  }
  // From now on nothing can start it or hold on to it, however long stopping takes.
  record.isLeaving = true;
  await shutdownRecords([record], context);
  context.store.remove(record);
  return true;
}
