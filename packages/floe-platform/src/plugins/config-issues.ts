import { isPluginError, type ConfigurationIssue } from "floe-core";

/** What a schema found wrong, if that is what was thrown; it may come from another copy of floe-core. */
export function configIssues(error: unknown): readonly ConfigurationIssue[] {
  if (!isPluginError(error) || !("issues" in error) || !Array.isArray(error.issues)) return [];
  return error.issues as readonly ConfigurationIssue[];
}
