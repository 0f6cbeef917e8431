import { PluginNotFoundError } from "../errors/plugin-not-found-error.ts";
import { nearest } from "../text/nearest.ts";
import type { PluginRecord } from "./plugin-record.ts";
import type { RegistryContext } from "./registry-context.ts";

/** The error for a plugin that is not known: with what is, what is near, and what discovery said of it. */
export function notFound(context: RegistryContext, type: string, name: string, verb?: string): PluginNotFoundError {
  const { store } = context;
  const asked = { pluginType: type, pluginName: name, ...(verb === undefined ? {} : { verb }) };
  if (!store.types.has(type)) {
    const available = [...store.types.keys()];
    const near = nearest(type, available);
    return new PluginNotFoundError({
      ...asked,
      available,
      nearest: near,
      hint: near === undefined ? "There is no such plugin type." : `There is no such plugin type. Did you mean "${near}"?`,
    });
  }
  const available = store.ofType(type).map((record) => record.name);
  const skipped = store.report?.skipped.find((verdict) => verdict.path === `${type}.${name}`);
  const hint = store.report === undefined ? { hint: "Call discoverAll() first, or register the plugin." } : {};
  return new PluginNotFoundError({ ...asked, available, nearest: nearest(name, available), skipped, ...hint });
}

/** The record of a plugin. @throws PluginNotFoundError */
export function requireRecord(context: RegistryContext, type: string, name: string, verb?: string): PluginRecord {
  const record = context.store.find(type, name);
  if (record === undefined || record.isLeaving) throw notFound(context, type, name, verb);
  return record;
}
