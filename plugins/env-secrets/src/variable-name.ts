import { EnvSecretsError } from "./env-secrets-error.ts";

/**
 * The variable that a key stands for: letters in upper case, `/`, `-` and `.` as `_`.
 *
 * @throws EnvSecretsError (`FLOE_SECRETS_KEY`) for a key with any other character: two keys could then meet in
 * one variable without anyone expecting it.
 */
export function variableName(key: string): string {
  if (/^[\w./-]+$/.test(key)) return key.replace(/[./-]/g, "_").toUpperCase();
  throw new EnvSecretsError("FLOE_SECRETS_KEY", `Cannot use secret key ${JSON.stringify(key)}: no variable can have its name`, {
    hint: "Use letters from a to z, digits, / - . and _ only, at least one of them.",
  });
}
