import type { PluginMetadata } from "floe-core";

/** What a plugin takes for configuration. Plain JSON. */
export type ExplainedConfiguration =
  | { readonly kind: "none" }
  | { readonly kind: "schema"; readonly schema: Readonly<Record<string, unknown>> }
  /** It takes one, and what that is cannot be shown. */
  | { readonly kind: "unknown"; readonly reason: string };

/** Describes what a loaded plugin takes for configuration, as JSON Schema where its schema offers that. Never throws. */
export function describeConfiguration(plugin: Pick<PluginMetadata, "getConfigSchema">): ExplainedConfiguration {
  try {
    const schema = plugin.getConfigSchema();
    if (schema === null) return { kind: "none" };
    // Standard JSON Schema (standardschema.dev), which floe's own interface does not ask for.
    const toInput = memberAt(memberAt(memberAt(schema, "~standard"), "jsonSchema"), "input");
    if (typeof toInput !== "function") return { kind: "unknown", reason: "its schema offers no JSON Schema" };
    const described: unknown = Reflect.apply(toInput, undefined, [{ target: "draft-2020-12" }]);
    if (isObject(described)) return { kind: "schema", schema: described };
    return { kind: "unknown", reason: "its schema's JSON Schema is not an object" };
  } catch (error) {
    return { kind: "unknown", reason: error instanceof Error ? error.message : String(error) };
  }
}

function memberAt(value: unknown, key: string): unknown {
  return isObject(value) || typeof value === "function" ? Reflect.get(value, key) : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
