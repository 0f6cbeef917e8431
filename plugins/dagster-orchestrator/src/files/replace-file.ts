import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** Replaces a file as a whole: whoever reads it meets the old text or the new one. A failure leaves the old one alone. */
export async function replaceFile(target: string, text: string): Promise<void> {
  // In the same folder: a rename is atomic only within one file system.
  const draft = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}.tmp`);
  try {
    // Unflushed, a power cut after the rename could leave an empty file under the final name. Handles cannot: Yarn's have no sync.
    await writeFile(draft, text, { flag: "wx", flush: true });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
