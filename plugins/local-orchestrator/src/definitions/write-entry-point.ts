import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { reasonOf, type CompiledArtifacts } from "floe-core";
import { EntryPointError } from "../errors/entry-point-error.ts";
import { artifactsFile } from "./artifacts-file.ts";

/**
 * Writes the entry file of a product into `outputDir`, which is made if need be, and resolves with its
 * absolute path. Whoever reads it meets the old file or the new one; a failure leaves the old one alone.
 *
 * @throws EntryPointError if it cannot be written; the signal's reason if that is aborted first.
 */
export async function writeEntryPoint(request: {
  readonly artifacts: CompiledArtifacts;
  readonly outputDir: string;
  readonly signal?: AbortSignal | undefined;
}): Promise<string> {
  const { signal } = request;
  const file = artifactsFile(request.artifacts);
  const target = path.resolve(request.outputDir, file.name);
  signal?.throwIfAborted();
  try {
    await mkdir(path.dirname(target), { recursive: true });
    await replaceFile(target, file.text, signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw new EntryPointError({
      target,
      reason: reasonOf(error),
      hint: "Name a folder that this process may write to.",
      cause: error,
    });
  }
  return target;
}

async function replaceFile(target: string, text: string, signal: AbortSignal | undefined): Promise<void> {
  // In the same folder: a rename is atomic only within one file system.
  const draft = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}.tmp`);
  try {
    // Unflushed, a power cut after the rename could leave an empty file under the final name.
    await writeFile(draft, text, { flag: "wx", flush: true });
    signal?.throwIfAborted();
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
