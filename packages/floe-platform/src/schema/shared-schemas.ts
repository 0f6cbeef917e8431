import type { JsonSchema } from "./json-schema.ts";

/** The schema under `$defs` that is called `name`. */
export function reference(name: string): { readonly $ref: string } {
  return { $ref: `#/$defs/${pointerStep(name)}` };
}

/** One step of a JSON pointer inside of a URI. */
function pointerStep(name: string): string {
  return encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
}

/** The names of the shared schemas. */
export const REFERENCE = "reference";
export const TEMPLATE = "template";
export const VARIABLE = "variable";
export const NAME = "name";
export const TEXT = "text";

/** What the schema of a platform file and those of plugin configurations refer to, under `$defs`. */
export const SHARED_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  [REFERENCE]: {
    description: "A whole reference to a variable of the environment or to a secret, which may stand for a number or a boolean.",
    type: "string",
    pattern: "^\\$\\{(env:[A-Za-z_][A-Za-z0-9_]*(:-[^}]*)?|secret:[^}]+)\\}$",
  },
  [TEMPLATE]: {
    description: "A text with ${env:NAME}, ${env:NAME:-default} or ${secret:key} in it.",
    type: "string",
    pattern: "\\$\\{",
  },
  [VARIABLE]: {
    description: "A text with ${env:NAME} or ${env:NAME:-default} in it; secrets are for configurations.",
    type: "string",
    pattern: "\\$\\{env:",
  },
  [NAME]: {
    description: "A letter, then letters, digits, - and _, at most 128 in all.",
    anyOf: [{ type: "string", pattern: "^[A-Za-z][A-Za-z0-9_-]{0,127}$" }, reference(VARIABLE)],
  },
  [TEXT]: { description: "A text that is not empty.", type: "string", pattern: "\\S" },
};
