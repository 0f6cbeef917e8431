import { reasonOf, type ConfigSchema } from "floe-core";
import { embedSchema } from "./embed-schema.ts";
import { isJsonObject, type JsonSchema } from "./json-schema.ts";

/** The JSON Schema of a plugin's configuration, and why it says nothing where it could not be had. */
export interface DescribedConfig {
  readonly schema: JsonSchema;
  /** Whether there are keys without which the plugin cannot be configured. */
  readonly isRequired: boolean;
  readonly fault?: string;
}

/**
 * Describes a configuration by the plugin's own copy of its schema library, through the Standard JSON Schema
 * interface (zod has it from 4.2 on). A schema without that takes anything. Never throws.
 *
 * @param schema Null for a plugin that takes no configuration.
 * @param place The pointer to where the result will be.
 */
export function describeConfig(schema: ConfigSchema | null, place: string): DescribedConfig {
  if (schema === null) return { schema: NOTHING, isRequired: false };
  try {
    const input = converterOf(schema);
    if (input === undefined) return { schema: ANYTHING, isRequired: false };
    // What has no JSON Schema, a date for one, takes anything; other libraries leave out zod's option.
    const answer: unknown = input({ target: "draft-2020-12", libraryOptions: { unrepresentable: "any" } });
    // Only what JSON can carry counts, and a copy is safe from later changes.
    const described: unknown = JSON.parse(JSON.stringify(answer));
    if (!isJsonObject(described)) return { schema: ANYTHING, isRequired: false, fault: `${FAULT}: it is no object` };
    const { required } = described;
    const isRequired = Array.isArray(required) && required.length > 0;
    const embedded = embedSchema(described, place);
    return { schema: isRequired ? embedded : withNull(embedded), isRequired };
  } catch (error) {
    return { schema: ANYTHING, isRequired: false, fault: `${FAULT}: ${reasonOf(error)}` };
  }
}

const FAULT = "its configuration schema has no usable JSON Schema";
/** `config:` without a value is an empty configuration. */
const ANYTHING: JsonSchema = { type: ["object", "null"] };
const NOTHING: JsonSchema = { description: "This plugin takes no configuration.", type: ["object", "null"], maxProperties: 0 };

function withNull(schema: JsonSchema): JsonSchema {
  return schema["type"] === "object" ? { ...schema, type: ["object", "null"] } : { anyOf: [schema, { type: "null" }] };
}

/** The Standard JSON Schema interface: `schema["~standard"].jsonSchema.input`. */
function converterOf(schema: object): ((options: object) => unknown) | undefined {
  const standard: unknown = Reflect.get(schema, "~standard");
  const jsonSchema: unknown = isObject(standard) ? Reflect.get(standard, "jsonSchema") : undefined;
  const input: unknown = isObject(jsonSchema) ? Reflect.get(jsonSchema, "input") : undefined;
  return typeof input === "function" ? (options) => Reflect.apply(input, jsonSchema, [options]) as unknown : undefined;
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
