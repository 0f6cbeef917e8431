import { readFile, stat } from "node:fs/promises";
import type { SecretsFileConfig } from "./config-schema.ts";
import { findStrayLine } from "./dotenv-text.ts";
import { EnvSecretsError } from "./env-secrets-error.ts";

/** A byte order mark is kept: what is read may be written back. */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The text of a secrets file, `path` being absolute; empty if it is optional and missing.
 *
 * @throws EnvSecretsError if it cannot be read (`FLOE_SECRETS_FILE`) or is no dotenv file (`FLOE_SECRETS_SYNTAX`);
 * the signal's reason if that is aborted first.
 */
export async function readSecretsFile({ path, optional }: SecretsFileConfig, signal?: AbortSignal): Promise<string> {
  let content: Buffer;
  try {
    content = await readFile(path, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    if (optional && hasCode(error, "ENOENT")) return "";
    throw new EnvSecretsError("FLOE_SECRETS_FILE", `Cannot read secrets file ${path}: ${messageOf(error)}`, {
      hint: "Correct its path in `files`, let this process read it, or write { path, optional: true } if it may be missing.",
      cause: error,
    });
  }
  return checkedText(path, content);
}

/** Whether every user of the machine may read or change a file that was just read. False where there are no such modes. */
export async function isOpenToAll(path: string): Promise<boolean> {
  if (process.platform === "win32") return false;
  try {
    return ((await stat(path)).mode & 0o006) !== 0;
  } catch {
    // Optional and missing, or gone since: it is open to nobody, and reading it says what is wrong.
    return false;
  }
}

/** What the file system says; it names paths and never the content. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether the file system gave this code as its reason. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

function checkedText(path: string, content: Buffer): string {
  let text: string;
  try {
    text = utf8.decode(content);
  } catch {
    throw syntaxError(path, "it is not UTF-8", "Save it as UTF-8.");
  }
  const line = findStrayLine(text);
  if (line === undefined) return text;
  const hint = "Write NAME=value, or # before a comment; a value of several lines stands between quotes.";
  throw syntaxError(path, `line ${line} is no assignment`, hint);
}

function syntaxError(path: string, reason: string, hint: string): EnvSecretsError {
  return new EnvSecretsError("FLOE_SECRETS_SYNTAX", `Cannot read secrets file ${path}: ${reason}`, { hint });
}
