import type { CallOptions, CompiledArtifacts } from "floe-core";
import type { DagsterOrchestratorConfig } from "../config-schema.ts";
import { createDocument } from "../definitions/create-document.ts";
import { writeCodeLocation } from "../files/write-code-location.ts";
import { stepCommand } from "./step-command.ts";

/**
 * Writes a product's code location and resolves with the absolute path of its `definitions.py`.
 *
 * @throws what `createDocument` and `writeCodeLocation` throw.
 */
export async function writeProduct(
  { artifacts, outputDir, signal }: { readonly artifacts: CompiledArtifacts; readonly outputDir: string } & CallOptions,
  config: DagsterOrchestratorConfig,
): Promise<string> {
  signal?.throwIfAborted();
  const document = createDocument({ artifacts, config, stepCommand: stepCommand(config.nodeCommand) });
  return writeCodeLocation({ artifacts, document, outputDir, signal });
}
