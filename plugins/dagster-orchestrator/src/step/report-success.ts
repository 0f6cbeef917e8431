import { createHash } from "node:crypto";
import { columnLineageValue, intValue, tableSchemaValue, type Metadata } from "../pipes/metadata-value.ts";
import type { PipesSession } from "../pipes/pipes-session.ts";
import { columnDependencies } from "./column-dependencies.ts";
import { judgeCheck } from "./judge-check.ts";
import type { StepOutput } from "./parse-step-document.ts";
import type { StepFiles } from "./read-step-files.ts";

/** Tells Dagster what a step made, and whether its checks hold. */
export async function reportSuccess(session: PipesSession, output: StepOutput, { asset, keys }: Pick<StepFiles, "asset" | "keys">): Promise<void> {
  await session.reportMaterialization({
    asset_key: asset.key,
    data_version: dataVersion([session.context.run_id, asset.transform, asset.codeVersion]),
    metadata: metadataOf(output, { asset, keys }),
  });
  for (const check of asset.checks) {
    const { passed, metadata } = judgeCheck(check, output);
    await session.reportCheck({ asset_key: asset.key, check_name: check.name, passed, severity: check.severity, metadata });
  }
}

/** Contents are not compared, so what every run makes is new. */
function dataVersion(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

function metadataOf({ step, columns, columnLineage }: StepOutput, { asset, keys }: Pick<StepFiles, "asset" | "keys">): Metadata {
  // What was written into an incremental table is not what is in it.
  const isWhole = asset.materialization === "table";
  return {
    ...(step.rows === undefined ? {} : { "floe/rows": intValue(step.rows) }),
    ...(step.rows === undefined || !isWhole ? {} : { "dagster/row_count": intValue(step.rows) }),
    ...(columns.length === 0 ? {} : { "dagster/column_schema": tableSchemaValue(columns) }),
    ...(columnLineage === null ? {} : { "dagster/column_lineage": columnLineageValue(columnDependencies(columnLineage, keys)) }),
    "floe/duration_ms": intValue(Math.round(step.durationMs)),
  };
}
