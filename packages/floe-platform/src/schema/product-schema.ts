import type { JsonSchema } from "./json-schema.ts";
import { NAME, reference, SHARED_SCHEMAS, TEXT } from "./shared-schemas.ts";

/**
 * The schema of a platform file, by the rules that reading one follows.
 *
 * @param plugins The schemas of the keys under `plugins`.
 * @param definitions What those refer to.
 */
export function productSchema(
  plugins: Readonly<Record<string, JsonSchema>>,
  definitions: Readonly<Record<string, JsonSchema>>,
): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "floe.yaml",
    description: "A data product: its plugins, its sources, its transforms and when it runs.",
    type: "object",
    properties: {
      name: { ...reference(NAME), description: "The product's name: a letter, then letters, digits, - and _, at most 128 in all." },
      plugins: {
        description: "The plugins of the product, by type.",
        type: "object",
        properties: plugins,
        additionalProperties: false,
      },
      sources: {
        description: "Files that SQL reads by name.",
        type: "array",
        items: mapping({
          name: { ...reference(NAME), description: "The table's name in SQL." },
          path: { ...reference(TEXT), description: "The file, relative to the platform file." },
        }),
      },
      transforms: {
        description: "One SELECT each: a folder of .sql files, or a list.",
        anyOf: [
          { ...reference(TEXT), description: "A folder of .sql files, relative to the platform file." },
          { type: "array", items: TRANSFORM },
        ],
      },
      schedule: {
        description: "When the product runs.",
        ...mapping({ cron: CRON, timezone: TIMEZONE }, ["cron"]),
      },
    },
    required: ["name", "plugins"],
    additionalProperties: false,
    // SQL needs an engine to run in.
    if: { required: ["transforms"] },
    then: { properties: { plugins: { required: ["compute"] } } },
    $defs: { ...SHARED_SCHEMAS, ...definitions },
  };
}

const CRON: JsonSchema = {
  description: "Five fields, or an alias such as @daily.",
  type: "string",
  pattern: "^\\s*(@[a-z]+|\\S+(\\s+\\S+){4})\\s*$|\\$\\{env:",
  examples: ["0 6 * * *", "@daily"],
};

const TIMEZONE: JsonSchema = {
  ...reference(TEXT),
  description: "An IANA time zone. Default: UTC.",
  examples: ["UTC", "Europe/Berlin"],
};

const SQL_FILE: JsonSchema = { ...reference(TEXT), description: "A .sql file, relative to the platform file." };

const TRANSFORM: JsonSchema = {
  anyOf: [
    SQL_FILE,
    mapping({ path: SQL_FILE, name: { ...reference(NAME), description: "Default: the file's name." } }, ["path"]),
    mapping({ name: reference(NAME), sql: { ...reference(TEXT), description: "One SELECT." } }),
  ],
};

/** A mapping with these keys and no others. */
function mapping(properties: Readonly<Record<string, JsonSchema>>, required = Object.keys(properties)): JsonSchema {
  return { type: "object", properties, required, additionalProperties: false };
}
