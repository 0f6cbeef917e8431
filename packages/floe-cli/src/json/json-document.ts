import { isPluginError } from "floe-core";

/** What every `--json` document begins with. `version` is that of the documents' shape. */
export interface JsonDocument {
  readonly version: "1.0";
  /** The command that printed it, for example `plugins list`. */
  readonly command: string;
  /** Whether the process ends with 0. */
  readonly ok: boolean;
}

/** An error inside a document: for floe's own errors with their fields, for example `problems`. */
export interface JsonError {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly [field: string]: unknown;
}

/** What a command that could not give its result prints. */
export interface ErrorDocument extends JsonDocument {
  readonly ok: false;
  readonly error: JsonError;
}

/** The document for a command that ended with an error. */
export function errorDocument(command: string, error: unknown): ErrorDocument {
  return { version: "1.0", command, ok: false, error: jsonError(error) };
}

function jsonError(error: unknown): JsonError {
  if (isPluginError(error)) return error.toJSON();
  const { name, message } = error instanceof Error ? error : { name: typeof error, message: String(error) };
  return { name, code: "FLOE_UNEXPECTED", message, hint: "" };
}
