import { eventSink, planRun, PluginType, secretMask, stepError, type CompiledArtifacts, type RunOptions, type RunResult } from "floe-core";
import { RunLineage, type LineageOutlets } from "floe-lineage";
import { createDocument } from "../definitions/create-document.ts";
import { writeCodeLocation } from "../files/write-code-location.ts";
import { dagsterName } from "../naming/dagster-name.ts";
import { ensureLocation } from "../run/ensure-location.ts";
import { runOnDagster } from "../run/run-on-dagster.ts";
import { OpenRun } from "./open-run.ts";
import { dagsterEnvironment, workingDirectory, type ProductEnvironment } from "./product-environment.ts";
import { referencedTables } from "./referenced-tables.ts";
import { stepCommand } from "./step-command.ts";

const FOREVER = new AbortController().signal;

/**
 * Runs a product on Dagster, from its artifacts to its result: writes the code location if it has changed, sees to it
 * that Dagster serves this version of it, and follows a run. Lineage of a run that can no longer be followed ends as
 * failed, with the reason: what Dagster makes of it later is not told there.
 *
 * @throws InvalidTransformsError, UnknownSelectionError, DagsterDefinitionsError or InvalidScheduleError before anything
 * is written; CodeLocationError; DagsterLocationError if Dagster does not serve the product; what `runOnDagster` throws.
 */
export async function runProduct(
  artifacts: CompiledArtifacts,
  options: RunOptions,
  environment: ProductEnvironment & { readonly outlets: LineageOutlets },
): Promise<RunResult> {
  const { config, logger, outlets } = environment;
  planRun(artifacts.transforms, options.select);
  const document = createDocument({ artifacts, config, stepCommand: stepCommand(config.nodeCommand) });
  const folder = workingDirectory(environment);
  const dagster = dagsterEnvironment(environment);
  const { location, hash } = document;
  const { loadTimeoutMs } = config;
  const job = dagsterName(artifacts.product.name);
  const locate = async (signal: AbortSignal): Promise<string> => {
    if (folder !== null) await writeCodeLocation({ artifacts, document, outputDir: folder, signal });
    const wanted = { location, workingDirectory: folder, job, hash, loadTimeoutMs, signal };
    return (await ensureLocation(wanted, dagster)).repository;
  };

  const mask = secretMask(options);
  const targets = outlets.open(options.plugins[PluginType.LINEAGE_BACKEND] ?? [], mask);
  const lineage = new RunLineage({ artifacts, targets, redact: mask });
  const open = new OpenRun();
  const { plugins, signal = FOREVER } = options;
  const tables = targets.length === 0 ? undefined : await referencedTables(artifacts, { plugins, signal, logger, mask });
  try {
    return await runOnDagster({
      artifacts,
      options,
      document,
      location,
      locate,
      job,
      config,
      ...dagster,
      listeners: [options.onEvent, (event) => open.see(event), (event) => lineage.handle(event)],
      onMade: (transform, { columns, columnLineage }) => lineage.describe(transform, { columns, columnLineage, tables: tables?.get(transform) }),
    });
  } catch (error) {
    const tell = eventSink([(event) => lineage.handle(event)], logger);
    const endings = open.endings(dagster.clock.now(), (step) => stepError(step, error, mask));
    for (const event of endings) tell(event);
    throw error;
  } finally {
    await outlets.flush({ signal });
  }
}
