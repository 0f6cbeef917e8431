import type { JsonDocument } from "./json-document.ts";

/** What `floe schema --json` prints. */
export interface SchemaDocument extends JsonDocument {
  readonly command: "schema";
  /** The JSON Schema of floe.yaml. */
  readonly schema: object;
  /** The plugins whose configuration it does not describe, and why. */
  readonly skipped: readonly { readonly key: string; readonly reason: string }[];
  /** With `--output`: where the schema was written, absolute. */
  readonly file?: string;
}

/** The document for a schema. */
export function schemaDocument(
  { schema, skipped }: Pick<SchemaDocument, "schema" | "skipped">,
  file: string | undefined,
): SchemaDocument {
  return { version: "1.0", command: "schema", ok: true, schema, skipped, ...(file === undefined ? {} : { file }) };
}
