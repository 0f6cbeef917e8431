import { fileURLToPath } from "node:url";

/** Of this very copy of the package. It lies outside of `src` and `dist`, as deep below one as below the other. */
const SCRIPT = fileURLToPath(new URL("../../bin/floe-dagster-step.js", import.meta.url));

/** What runs a step: Node as it is configured, and this package's script. */
export function stepCommand(nodeCommand: readonly string[]): readonly string[] {
  return [...nodeCommand, SCRIPT];
}
