import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { SecretsPlace } from "../../src/read-variables.ts";
import { tempFolder } from "./temp-folder.ts";

/** A folder with these files in it, all configured, in this order; null is an optional one that is missing. */
export async function secretsPlace(files: Readonly<Record<string, string | null>>, prefix = "FLOE_TEST_"): Promise<SecretsPlace> {
  const baseDir = await tempFolder();
  for (const [name, text] of Object.entries(files)) {
    if (text !== null) await writeFile(path.join(baseDir, name), text, { mode: 0o600 });
  }
  const configured = Object.entries(files).map(([name, text]) => ({ path: name, optional: text === null }));
  return { baseDir, config: { prefix, files: configured } };
}
