import { PluginConfigurationError, type ConfigurationIssue } from "../errors/plugin-configuration-error.ts";
import type { ConfigSchema, PluginConfig } from "../plugin/config-schema.ts";
import type { PluginKey } from "../plugin-key.ts";
import { askSchema } from "./ask-schema.ts";
import { isPlainObject } from "./is-plain-object.ts";
import { mapIssues } from "./map-issues.ts";
import { receivedType } from "./value-at.ts";

/** Whose configuration is validated, and with what. */
export interface ConfigToValidate {
  readonly plugin: PluginKey;
  /** Null for a plugin that takes no configuration. */
  readonly schema: ConfigSchema | null;
  /** What the user wrote; nothing at all counts as `{}`. */
  readonly input: unknown;
}

/**
 * Validates a configuration with the plugin's schema as it is, once.
 *
 * @returns the schema's output, copied and frozen through and through; null if the plugin takes none and
 * none was given.
 * @throws PluginConfigurationError with every issue, or saying what is wrong with the schema itself. No
 * part of it holds a value that was given.
 */
export function validateConfig({ plugin, schema, input }: ConfigToValidate): PluginConfig | null {
  const given = input ?? {};
  if (schema === null) {
    if (isPlainObject(given) && Reflect.ownKeys(given).length === 0) return null;
    throw new PluginConfigurationError({ plugin, issues: [unexpected(given)], hint: "Remove the configuration." });
  }
  const answer = askSchema(schema, given);
  if ("config" in answer) return answer.config;
  const issues = "issues" in answer ? readIssues(answer.issues, given, schema) : undefined;
  if (issues !== undefined) throw new PluginConfigurationError({ plugin, issues });
  throw new PluginConfigurationError({
    plugin,
    reason: `its schema is at fault: ${"fault" in answer ? answer.fault : "its issues cannot be read"}`,
    hint: "This is for the plugin's author: getConfigSchema() returns null or a synchronous schema of an object.",
  });
}

/** Undefined if they are nothing that can be read: a schema is anyone's code. */
function readIssues(issues: readonly unknown[], given: unknown, schema: ConfigSchema): readonly ConfigurationIssue[] | undefined {
  try {
    return mapIssues(issues, given, schema);
  } catch {
    return undefined;
  }
}

function unexpected(given: unknown): ConfigurationIssue {
  return {
    path: "",
    rule: "no_configuration",
    message: "it takes no configuration",
    expected: "no configuration",
    received: receivedType(given),
  };
}
