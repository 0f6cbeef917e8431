import { isPluginError, type ConfigurationIssue, type PluginConfig, type PluginRegistry } from "floe-core";
import { parseIssuePath, valueAt, withValueAt, type DocumentPath } from "../document/document-path.ts";
import { reasonOf } from "../problems/reason-of.ts";
import type { PluginSelection } from "../product/read-plugins.ts";
import type { ShapeReader } from "../product/shape-reader.ts";
import { isWholeReference } from "../variables/resolve-references.ts";

/**
 * Configures a selected plugin, reporting what its schema refuses, each at its place. The environment knows
 * only texts: where a schema refuses one that is a whole `${env:NAME}` and reads as a number or a boolean,
 * that is tried instead.
 */
export async function configureSelection(
  registry: PluginRegistry,
  selection: PluginSelection,
  reader: ShapeReader,
): Promise<boolean> {
  const refusal = await refusalOf(registry, selection, selection.config);
  if (refusal === undefined) return true;
  const typed = withTypedReferences(selection, issuesOf(refusal.error));
  const last = typed === undefined ? refusal : await refusalOf(registry, selection, typed);
  if (last === undefined) return true;
  report(selection, last.error, reader);
  return false;
}

async function refusalOf(
  registry: PluginRegistry,
  { group, name }: PluginSelection,
  config: PluginConfig,
): Promise<{ error: unknown } | undefined> {
  try {
    await registry.configure(group, name, config);
    return undefined;
  } catch (error) {
    return { error };
  }
}

/** The configuration with each refused reference read as a number or boolean; undefined if there is none to try. */
function withTypedReferences(
  { config, rawConfig }: PluginSelection,
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

function report({ config, configPath, name }: PluginSelection, error: unknown, reader: ShapeReader): void {
  const issues = issuesOf(error);
  for (const issue of issues) {
    const inner = parseIssuePath(issue.path, config);
    const path: DocumentPath = [...configPath, ...inner];
    // A key that is there and unknown is wrong itself; everything else is about a value.
    const isUnknownKey = issue.rule === "unrecognized_keys";
    reader.problems.add(
      reader.document,
      path,
      {
        code: "plugin_config_invalid",
        message: `${inner.length === 0 ? `the configuration of ${name}` : issue.path}: ${issue.message}`,
        expected: issue.expected,
        found: issue.received,
        nearest: issue.nearest,
        ...(issue.nearest === undefined ? { remedy: `${name} expects ${issue.expected} here.` } : {}),
      },
      isUnknownKey ? "key" : "value",
    );
  }
  if (issues.length > 0) return;
  reader.report(configPath, {
    code: "plugin_config_invalid",
    message: reasonOf(error),
    expected: `a configuration that ${name} accepts`,
    found: "one that it refuses",
    remedy: (isPluginError(error) && error.hint) || `See the documentation of ${name}.`,
  });
}

function issuesOf(error: unknown): readonly ConfigurationIssue[] {
  if (!isPluginError(error) || !("issues" in error) || !Array.isArray(error.issues)) return [];
  return error.issues as readonly ConfigurationIssue[];
}
