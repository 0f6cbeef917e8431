import { isPluginError } from "floe-core";
import { setVariable } from "./dotenv-text.ts";
import { EnvSecretsError, type EnvSecretsErrorCode } from "./env-secrets-error.ts";
import { findName } from "./find-secrets.ts";
import { filesOf, readVariables, type SecretsPlace } from "./read-variables.ts";
import { replaceFile } from "./replace-file.ts";
import { messageOf, readSecretsFile } from "./secrets-file.ts";
import { variableName } from "./variable-name.ts";

/**
 * Stores a value in the first file, where the next look-up of `key` finds it: under the name it has already, else
 * under the variable it stands for.
 *
 * @throws EnvSecretsError if the value would not be found there unchanged; nothing is written then.
 */
export async function storeSecret(place: SecretsPlace, key: string, value: string, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const newName = variableName(key);
  const [file] = filesOf(place);
  if (file === undefined) {
    const hint = "Name a file under `files` in the configuration, or set the environment variable instead.";
    throw refusal("FLOE_SECRETS_READ_ONLY", key, "no file is configured to hold it", hint);
  }
  const changedFile = async (): Promise<Buffer> => {
    const variables = await readVariables(place, signal);
    const name = findName(key, variables) ?? newName;
    if (variables.environment.has(name)) {
      const reason = `the environment variable ${place.config.prefix}${name} would win over it`;
      throw refusal("FLOE_SECRETS_HIDDEN", key, reason, "Unset that variable, or change its value instead.");
    }
    const changed = setVariable(await readSecretsFile(file, signal), name, value);
    if (changed !== undefined) return changed;
    const hint = "Store it encoded, for example as base64, and decode it where it is used.";
    throw refusal("FLOE_SECRETS_VALUE", key, `no way of quoting keeps the value as it is in ${file.path}`, hint);
  };
  try {
    await replaceFile(file.path, changedFile, signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (isPluginError(error)) throw error;
    const reason = `${file.path} cannot be replaced: ${messageOf(error)}`;
    throw refusal("FLOE_SECRETS_FILE", key, reason, "Let this process write to the folder of the file.", error);
  }
}

function refusal(code: EnvSecretsErrorCode, key: string, reason: string, hint: string, cause?: unknown): EnvSecretsError {
  return new EnvSecretsError(code, `Cannot store secret "${key}": ${reason}`, { hint, cause });
}
