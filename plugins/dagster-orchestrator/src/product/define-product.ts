import type { CallOptions, CompiledArtifacts, OrchestratorDefinitions } from "floe-core";
import { createDefinitions } from "../definitions/create-definitions.ts";
import { readSchedules } from "../files/schedules-file.ts";
import { workingDirectory, type ProductEnvironment } from "./product-environment.ts";
import { stepCommand } from "./step-command.ts";

/**
 * A product as Dagster's definitions, with the schedules that were set later. Writes nothing.
 *
 * @throws what `createDefinitions` throws; CodeLocationError if what was set later cannot be read.
 */
export async function defineProduct(
  artifacts: CompiledArtifacts,
  { config, baseDir }: Pick<ProductEnvironment, "config" | "baseDir">,
  { signal }: CallOptions = {},
): Promise<OrchestratorDefinitions> {
  signal?.throwIfAborted();
  const folder = workingDirectory({ config, baseDir });
  const kept = folder === null ? [] : await readSchedules(folder);
  return createDefinitions({ artifacts, config, stepCommand: stepCommand(config.nodeCommand), kept });
}
