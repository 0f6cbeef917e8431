import { fileURLToPath } from "node:url";
import { packageFolder } from "../package-folder.ts";

/** Of this very copy of the package. */
const SCRIPT = fileURLToPath(new URL("bin/floe-dagster-step.js", packageFolder));

/** What runs a step: Node as it is configured, and this package's script. */
export function stepCommand(nodeCommand: readonly string[]): readonly string[] {
  return [...nodeCommand, SCRIPT];
}
