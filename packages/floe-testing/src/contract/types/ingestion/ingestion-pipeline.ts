import { reasonOf, type IngestionConfig, type IngestionPipeline, type IngestionPlugin } from "floe-core";
import { ContractBreach, NotOffered } from "../../contract-breach.ts";
import type { Trial } from "../../trial/trial.ts";

const CONFIG: IngestionConfig = Object.freeze({
  sourceType: "files",
  sourceConfig: Object.freeze({}),
  destinationTable: "floe_contract.orders",
  writeMode: "append",
  schemaContract: "evolve",
});

/** Which of the two pipelines of a suite: one that loads, or one whose load fails. */
export type PipelineKind = "config" | "failing";

/** What the pipeline is made of: what was declared, or what most could take. */
export function configOf({ declaration }: Trial<IngestionPlugin>, kind: PipelineKind): IngestionConfig {
  const fallback = kind === "config" ? CONFIG : { ...CONFIG, sourceType: "floe-contract-absent" };
  return declaration.samples.ingestion?.[kind] ?? fallback;
}

/**
 * Prepares a pipeline.
 *
 * @throws NotOffered if nothing was declared, and the plugin refuses what suites use by themselves.
 */
export async function createPipeline(
  plugin: IngestionPlugin,
  trial: Trial<IngestionPlugin>,
  kind: PipelineKind,
): Promise<IngestionPipeline> {
  const config = configOf(trial, kind);
  try {
    return await trial.call("createPipeline", (signal) => plugin.createPipeline(config, { signal }));
  } catch (error) {
    if (error instanceof ContractBreach || trial.declaration.samples.ingestion?.[kind] !== undefined) throw error;
    throw new NotOffered(`it refuses the suite's own pipeline; declare one as samples.ingestion.${kind}: ${reasonOf(error)}`);
  }
}
