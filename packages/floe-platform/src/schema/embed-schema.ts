import { isJsonObject, type JsonSchema } from "./json-schema.ts";
import { relaxSchema } from "./relax-schema.ts";

/** Keywords whose values hold schemas: one, a list of them, or a mapping to them. */
const HOLDERS: ReadonlyMap<string, "one" | "list" | "mapping"> = new Map([
  ...["additionalProperties", "unevaluatedProperties", "items", "unevaluatedItems", "contains"].map((key) => [key, "one"] as const),
  ...["if", "then", "else", "not", "propertyNames"].map((key) => [key, "one"] as const),
  ...["allOf", "anyOf", "oneOf", "prefixItems"].map((key) => [key, "list"] as const),
  ...["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"].map((key) => [key, "mapping"] as const),
]);

/** Under these a schema that takes more would make the whole take less, or it judges keys, which hold no references. */
const STRICT = ["if", "not", "propertyNames"];

/** Names that only mean something in a document of the schema's own. */
const OWN_DOCUMENT = ["$id", "$anchor", "$dynamicAnchor", "$dynamicRef"];

/**
 * A schema that stood alone, as a part of another one: its references lead to its new place, and scalars may
 * also be texts with references to the environment and to secrets.
 *
 * @param place The pointer to its new place, for example `#/$defs/config.compute.duckdb`.
 * @throws Error if it holds something that cannot be moved, with one clause as its message.
 */
export function embedSchema(schema: JsonSchema, place: string): JsonSchema {
  return embed(schema, place, true) as JsonSchema;
}

function embed(schema: unknown, place: string, isOpen: boolean): unknown {
  if (!isJsonObject(schema)) return schema;
  const moved: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (OWN_DOCUMENT.includes(key)) throw new Error(`it holds ${key}, which cannot be moved into another schema`);
    if (key === "$schema") continue;
    // Open alternatives overlap: a reference may fit several, which "exactly one" would refuse.
    const keyword = key === "oneOf" && isOpen && !Object.hasOwn(schema, "anyOf") ? "anyOf" : key;
    moved[keyword] = key === "$ref" ? moveReference(value, place) : embedHeld(key, value, place, isOpen && !STRICT.includes(key));
  }
  return isOpen ? relaxSchema(moved) : moved;
}

function embedHeld(key: string, value: unknown, place: string, isOpen: boolean): unknown {
  const holder = HOLDERS.get(key);
  if (holder === "one") return embed(value, place, isOpen);
  if (holder === "list" && Array.isArray(value)) return value.map((item: unknown) => embed(item, place, isOpen));
  if (holder === "mapping" && isJsonObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, embed(item, place, isOpen)]));
  }
  return value;
}

/** Only definitions are where they were: what else has a pointer may have been opened. */
function moveReference(target: unknown, place: string): string {
  if (target === "#") return place;
  if (typeof target === "string" && /^#\/(\$defs|definitions)\/[^/]+$/.test(target)) return place + target.slice(1);
  throw new Error("it refers to something other than its own definitions");
}
