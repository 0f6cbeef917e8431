import type { JsonSchema } from "./json-schema.ts";
import { REFERENCE, reference, TEMPLATE } from "./shared-schemas.ts";

/** What says something about a value without judging it. */
const ANNOTATIONS = ["title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "$comment"];
/** What judges a text, also where no type is stated. */
const TEXT_RULES = ["enum", "const", "pattern", "format", "minLength", "maxLength"];

/**
 * The schema of a scalar, opened for texts with references in them, whose values are only known later; a schema
 * that takes such texts anyway, and one of no scalar, as it is.
 */
export function relaxSchema(schema: JsonSchema): JsonSchema {
  const types = typesOf(schema);
  const mayBeText = types.length === 0 || types.includes("string");
  const isRefusing = mayBeText
    ? TEXT_RULES.some((rule) => Object.hasOwn(schema, rule))
    : types.some((type) => type === "number" || type === "integer" || type === "boolean");
  if (!isRefusing) return schema;
  const entries = Object.entries(schema);
  return {
    ...Object.fromEntries(entries.filter(([key]) => ANNOTATIONS.includes(key))),
    anyOf: [
      Object.fromEntries(entries.filter(([key]) => !ANNOTATIONS.includes(key))),
      reference(mayBeText ? TEMPLATE : REFERENCE),
    ],
  };
}

function typesOf({ type }: JsonSchema): readonly unknown[] {
  if (type === undefined) return [];
  return Array.isArray(type) ? type : [type];
}
