import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder that is removed when the test is over. */
export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(await realpath(tmpdir()), "floe-secrets-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
