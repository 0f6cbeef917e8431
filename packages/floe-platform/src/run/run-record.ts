import { appendFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { reasonOf, type CompiledArtifacts, type Logger, type RunEvent, type RunResult } from "floe-core";

/** Writes the record of one run: what ran, on what, how long, how many rows, with which plugins. */
export interface RunRecord {
  event(event: RunEvent): void;
  result(result: RunResult): void;
}

/**
 * A record as JSON lines in `<root>/.floe/runs/<runId>.jsonl`: a line `run` with the product, its plugins and
 * sources, a line per event as it happens, and a line `result`. Configurations are not in it. A record that
 * cannot be written is one warning and never fails the run.
 */
export function openRunRecord(
  artifacts: CompiledArtifacts,
  select: readonly string[] | undefined,
  logger: Logger,
): RunRecord {
  const folder = path.join(artifacts.product.root, ".floe", "runs");
  let file: string | undefined;
  let isBroken = false;
  const write = (runId: string, ...entries: readonly object[]): void => {
    if (isBroken) return;
    try {
      if (file === undefined) {
        mkdirSync(folder, { recursive: true });
        file = path.join(folder, `${safeName(runId)}.jsonl`);
        entries = [head(artifacts, select, runId), ...entries];
      }
      appendFileSync(file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
    } catch (error) {
      isBroken = true;
      logger.warn(`Cannot write the run record: ${reasonOf(error)}`, { folder });
    }
  };
  return {
    event: (event) => write(event.runId, event),
    result: (result) => write(result.runId, { type: "result", ...result }),
  };
}

function head(artifacts: CompiledArtifacts, select: readonly string[] | undefined, runId: string): object {
  return {
    type: "run",
    version: "1.0",
    runId,
    product: artifacts.product.name,
    hash: artifacts.hash,
    plugins: artifacts.plugins.map(({ key, package: name, version }) => ({ key, package: name, version })),
    sources: artifacts.sources,
    ...(select === undefined ? {} : { select }),
  };
}

/** A run id comes from a plugin: it must not lead out of the folder. */
function safeName(runId: string): string {
  return runId.replace(/[^A-Za-z0-9._-]/g, "_") || "_";
}
