import type { ConfigSchema, PluginMetadata, SchemaIssue } from "floe-core";
import { ContractBreach, ensure, NotOffered } from "../contract-breach.ts";
import { copied } from "../realm/copied.ts";

/** The plugin's schema. @throws NotOffered if it takes no configuration. */
export function schemaOf(plugin: PluginMetadata): ConfigSchema {
  const schema = plugin.getConfigSchema();
  if (schema === null) throw new NotOffered("it takes no configuration");
  return schema;
}

/** What a schema answers, whatever that is; undefined if it throws, which is a matter of its own clause. */
export function answerOf(schema: ConfigSchema, input: unknown): unknown {
  try {
    return schema.safeParse(input);
  } catch {
    return undefined;
  }
}

/** The issues with which a schema refuses `input`; undefined if it accepts it. */
export function refusalOf(schema: ConfigSchema, input: unknown): readonly SchemaIssue[] | undefined {
  const result = schema.safeParse(copied(input));
  return result.success ? undefined : result.error.issues;
}

/** A configuration in words, without its values: they may be secrets. */
export function shape(config: Readonly<Record<string, unknown>>): string {
  const keys = Object.keys(config);
  return keys.length === 0 ? "{}" : `{ ${keys.join(", ")} }`;
}

/** @throws ContractBreach unless `issues` is undefined, with every issue in words. */
export function ensureAccepted(issues: readonly SchemaIssue[] | undefined, what: string): void {
  ensure(issues === undefined, () => `Its schema refuses ${what}: ${(issues ?? []).map(issueText).join("; ")}`);
}

function issueText({ path, message }: SchemaIssue): string {
  return `${path.map(String).join(".") || "(whole)"}: ${message}`;
}

/** What a clause says where a schema answered with something that is no answer. */
export function noAnswer(found: string): ContractBreach {
  return new ContractBreach(`safeParse answered with ${found}, not with { success, data } or { success, error: { issues } }`);
}
