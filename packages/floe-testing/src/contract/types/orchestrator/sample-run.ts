import type { OrchestratorPlugin, RunOptions, RunResult } from "floe-core";
import type { OrchestratorClause } from "./orchestrator-clause.ts";
import type { Clause } from "../../clause.ts";
import { ALIVE } from "../../base/lifecycle-clauses.ts";
import type { Trial } from "../../trial/trial.ts";
import { sampleProduct } from "./sample-product.ts";
import type { StepRecorder } from "./step-recorder.ts";

/** Runs the sample product with the recorder's compute plugin. */
export async function runSample(
  trial: Trial<OrchestratorPlugin>,
  { compute }: StepRecorder,
  options: Omit<RunOptions, "plugins"> = {},
  limitMs?: number,
): Promise<RunResult> {
  const plugin = await trial.start();
  const product = sampleProduct(trial.folder);
  return trial.call(
    "run",
    (signal) => plugin.run(product, { signal, ...options, plugins: { "floe.computes": [compute] } }),
    limitMs,
  );
}

/** A clause for which a product is run. */
export function runClause(
  id: OrchestratorClause,
  title: string,
  check: (trial: Trial<OrchestratorPlugin>) => Promise<void>,
  after: readonly OrchestratorClause[] = ["orchestrator/runs-in-order"],
): Clause<OrchestratorPlugin> {
  return { id, title, after: [...ALIVE, ...after], check };
}

/** How each step ended, as `name status`. */
export function endings({ steps }: RunResult): readonly string[] {
  return steps.map(({ name, status }) => `${name} ${status}`);
}
