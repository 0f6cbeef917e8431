import { PluginError } from "floe-core";

/** What can go wrong with secrets, one stable code each. */
export type EnvSecretsErrorCode =
  /** A key that stands for no variable. */
  | "FLOE_SECRETS_KEY"
  /** A file that cannot be read or written; one that holds something else than a dotenv file does. */
  | "FLOE_SECRETS_FILE"
  | "FLOE_SECRETS_SYNTAX"
  /** A value cannot be stored: no file; the environment would hide it; the file cannot hold it; another writer. */
  | "FLOE_SECRETS_READ_ONLY"
  | "FLOE_SECRETS_HIDDEN"
  | "FLOE_SECRETS_VALUE"
  | "FLOE_SECRETS_LOCKED";

/** Anything that this plugin refuses or fails with. The code says which; it never holds a value, nor a line of a file. */
export class EnvSecretsError extends PluginError {
  declare readonly code: EnvSecretsErrorCode;

  constructor(code: EnvSecretsErrorCode, message: string, { hint, cause }: { readonly hint: string; readonly cause?: unknown }) {
    super(code, message, { hint, cause });
  }
}
