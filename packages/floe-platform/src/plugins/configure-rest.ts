import type { PluginRegistry } from "floe-core";
import { parseIssuePath } from "../document/document-path.ts";
import type { PluginSelection } from "../product/read-plugins.ts";
import { configIssues } from "./config-issues.ts";
import { configureSelection } from "./configure-selection.ts";

/**
 * Configures a plugin with what is left of a refused configuration once the entries at fault are taken out, so
 * that it can be asked about SQL: what is wrong there should be told in the same breath. Answers whether that
 * went well. Nothing is started with such a configuration.
 */
export async function configureRest(registry: PluginRegistry, selection: PluginSelection, error: unknown): Promise<boolean> {
  const { config } = selection;
  const faulty = new Set(configIssues(error).map(({ path }) => String(parseIssuePath(path, config)[0])));
  const rest = Object.fromEntries(Object.entries(config).filter(([key]) => !faulty.has(key)));
  for (const attempt of [rest, {}]) {
    if ((await configureSelection(registry, { ...selection, config: attempt, rawConfig: {} })) === undefined) return true;
  }
  return false;
}
