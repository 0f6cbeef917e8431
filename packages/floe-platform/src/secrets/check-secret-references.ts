import { PluginType } from "floe-core";
import { isInside, type DocumentPath } from "../document/document-path.ts";
import type { PluginSelection } from "../product/read-plugins.ts";
import type { ShapeReader } from "../product/shape-reader.ts";
import type { SecretReference } from "../variables/resolve-references.ts";

/**
 * Reports secrets where none can be: outside of the plugins' configurations, which is all that is read again
 * when plugins start; in the configuration of the secrets plugins themselves; and without a secrets plugin.
 */
export function checkSecretReferences(
  reader: ShapeReader,
  secrets: readonly SecretReference[],
  selections: readonly PluginSelection[],
): void {
  const hasStore = selections.some(({ group }) => group === PluginType.SECRETS);
  for (const { key, path } of secrets) {
    const owner = selections.find(({ configPath }) => isInside(path, configPath));
    if (owner === undefined || owner.group === PluginType.SECRETS) {
      report(reader, path, {
        code: "secret_misplaced",
        message:
          owner === undefined
            ? `the secret ${key} is used outside of a plugin's configuration`
            : `the secret ${key} is used by the plugin that secrets come from`,
        expected: owner === undefined ? "secrets under config of a plugin only" : "a value, or ${env:NAME}",
        found: `\${secret:${key}}`,
        remedy: "Write the value, or take it from the environment: ${env:NAME}.",
      });
    } else if (!hasStore) {
      report(reader, path, {
        code: "secrets_plugin_missing",
        message: `the secret ${key} cannot be read: no secrets plugin is selected`,
        expected: "a secrets plugin under plugins.secrets",
        found: "none",
        remedy: "Install one, for example floe-env-secrets, and select it: secrets: env.",
      });
    }
  }
}

/** Entries with secrets are muted, but this is about the reference, not about its value. */
function report(reader: ShapeReader, path: DocumentPath, details: Parameters<ShapeReader["problems"]["addAt"]>[2]): void {
  reader.problems.addAt(reader.document.locate(path), path, details);
}
