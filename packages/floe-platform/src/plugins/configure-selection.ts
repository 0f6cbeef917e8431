import type { ConfigurationIssue, PluginConfig, PluginRegistry } from "floe-core";
import { parseIssuePath, valueAt, withValueAt } from "../document/document-path.ts";
import type { PluginSelection } from "../product/read-plugins.ts";
import { isWholeReference } from "../variables/resolve-references.ts";
import { configIssues } from "./config-issues.ts";

/** Why a configuration was refused. */
export interface ConfigRefusal {
  readonly error: unknown;
}

/**
 * Configures a selected plugin; answers why it was refused, or undefined. The environment and secrets know
 * only texts: where a schema refuses one that is a whole reference and reads as a number or a boolean, that is
 * tried instead.
 *
 * @param secrets Texts in the configuration that must never show.
 */
export async function configureSelection(
  registry: PluginRegistry,
  selection: Pick<PluginSelection, "group" | "name" | "config" | "rawConfig">,
  secrets: readonly string[] = [],
): Promise<ConfigRefusal | undefined> {
  const attempt = async (config: PluginConfig): Promise<ConfigRefusal | undefined> => {
    try {
      await registry.configure(selection.group, selection.name, config, { secrets });
      return undefined;
    } catch (error) {
      return { error };
    }
  };
  const refusal = await attempt(selection.config);
  const typed = refusal === undefined ? undefined : withTypedReferences(selection, configIssues(refusal.error));
  return typed === undefined ? refusal : attempt(typed);
}

/** The configuration with each refused reference read as a number or boolean; undefined if there is none to try. */
function withTypedReferences(
  { config, rawConfig }: Pick<PluginSelection, "config" | "rawConfig">,
  issues: readonly ConfigurationIssue[],
): PluginConfig | undefined {
  let typed = config;
  for (const issue of issues) {
    const path = parseIssuePath(issue.path, config);
    const text = valueAt(config, path);
    if (typeof text !== "string" || !TYPED.test(text) || !isWholeReference(valueAt(rawConfig, path))) continue;
    // Replacing a value inside a mapping leaves a mapping.
    typed = withValueAt(typed, path, JSON.parse(text)) as PluginConfig;
  }
  return typed === config ? undefined : typed;
}

/** What JSON calls a number or a boolean. */
const TYPED = /^(true|false|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/;
