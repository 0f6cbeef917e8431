import { Ajv2020 } from "ajv/dist/2020.js";
import type { JsonSchema } from "../../src/schema/json-schema.ts";

/** What is wrong with a value by a schema, each as `<pointer> <keyword>`; empty if nothing is. */
export type Validator = (value: unknown) => readonly string[];

// One for all: making one compiles the schema of schemas. Formats are annotations in this draft.
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, validateFormats: false });

/** Compiles a schema strictly: keywords that draft 2020-12 does not know are refused. */
export function validatorOf(schema: JsonSchema): Validator {
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`));
}
