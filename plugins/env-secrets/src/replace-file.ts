import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { EnvSecretsError } from "./env-secrets-error.ts";
import { hasCode } from "./secrets-file.ts";

/** How often, and how long apart in milliseconds, it is tried to become the one who writes: five seconds in all. */
const ATTEMPTS = 250;
const PAUSE_MS = 20;

/**
 * Replaces a file as a whole: whoever reads it meets the old one or the new one. A link stays a link, a file keeps
 * its mode, and a new one is for its owner alone. The draft beside it, `<file>.lock`, keeps all other writers away
 * from before `content` is asked until the end, those of other processes too.
 *
 * @throws EnvSecretsError (`FLOE_SECRETS_LOCKED`) if somebody else is writing for five seconds.
 */
export async function replaceFile(file: string, content: () => Promise<Buffer>, signal?: AbortSignal): Promise<void> {
  const target = await unlessMissing(realpath(file), file);
  const draft = `${target}.lock`;
  await createDraft(draft, signal);
  try {
    // Without the flush, a power cut after the rename could leave an empty file under the final name.
    await writeFile(draft, await content(), { flush: true });
    await chmod(draft, await unlessMissing(modeOf(target), 0o600));
    signal?.throwIfAborted();
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function createDraft(draft: string, signal: AbortSignal | undefined): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    signal?.throwIfAborted();
    try {
      await writeFile(draft, "", { flag: "wx", mode: 0o600 });
      return;
    } catch (error) {
      if (!hasCode(error, "EEXIST")) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new EnvSecretsError("FLOE_SECRETS_LOCKED", `Cannot write a secret: ${draft} exists, so somebody else is writing`, {
    hint: "If no process is, one was killed while it wrote: remove that file.",
  });
}

async function modeOf(file: string): Promise<number> {
  return (await stat(file)).mode & 0o777;
}

async function unlessMissing<Answer>(question: Promise<Answer>, otherwise: Answer): Promise<Answer> {
  try {
    return await question;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return otherwise;
    throw error;
  }
}
