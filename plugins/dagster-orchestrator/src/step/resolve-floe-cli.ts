import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { StepSetupError } from "../errors/step-setup-error.ts";

const manifest = z.object({ name: z.literal("floe-cli"), bin: z.object({ floe: z.string() }) });

/**
 * The script of the `floe` command that the product in `root` has installed, wherever its package manager put it.
 *
 * @throws StepSetupError
 */
export function resolveFloeCli(root: string, transform: string): string {
  try {
    const entry = createRequire(path.join(root, "package.json")).resolve("floe-cli");
    // The package shows its entry alone, so its folder is looked for from there.
    for (let folder = path.dirname(entry); folder !== path.dirname(folder); folder = path.dirname(folder)) {
      const found = manifest.safeParse(tryReadJson(path.join(folder, "package.json")));
      if (found.success) return path.join(folder, found.data.bin.floe);
    }
    throw new Error(`no package.json of floe-cli above ${entry}`);
  } catch (cause) {
    throw new StepSetupError({
      transform,
      reason: `floe-cli was not found from ${root}`,
      hint: 'Add "floe-cli" to the dependencies of the product and install them where Dagster runs its steps.',
      cause,
    });
  }
}

function tryReadJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // Most folders have none: the next one up is asked.
    return undefined;
  }
}
