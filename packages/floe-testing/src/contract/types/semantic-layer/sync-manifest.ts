import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SemanticLayerPlugin } from "floe-core";
import { listOf } from "../../shapes/list-of.ts";
import type { Trial } from "../../trial/trial.ts";

/** As dbt writes it, as far as a semantic layer is likely to look: two models with a column each. */
const MANIFEST: Readonly<Record<string, unknown>> = {
  metadata: { dbt_schema_version: "https://schemas.getdbt.com/dbt/manifest/v12.json", project_name: "floe_contract" },
  nodes: Object.fromEntries(["orders", "lines"].map((name) => [`model.floe_contract.${name}`, model(name)])),
  sources: {},
  metrics: {},
  semantic_models: {},
  exposures: {},
};

/** What a sync answered, and what it did. */
export interface Synced {
  readonly paths: readonly string[];
  /** The folder that it was given. */
  readonly outputDir: string;
  /** Every file below that folder, sorted, as absolute paths. */
  readonly written: readonly string[];
}

/** Starts a semantic layer and lets it sync a manifest into an empty folder. */
export async function syncManifest(trial: Trial<SemanticLayerPlugin>): Promise<Synced> {
  const plugin = await trial.start();
  const { manifestPath, outputDir } = writeManifest(trial);
  const paths = await trial.call("syncFromDbtManifest", (signal) => plugin.syncFromDbtManifest(manifestPath, outputDir, { signal }));
  return { paths: listOf(paths, "syncFromDbtManifest"), outputDir, written: filesBelow(outputDir) };
}

/** Writes the manifest, and makes the folder into which a layer may write. */
export function writeManifest({ declaration, folder }: Trial<SemanticLayerPlugin>): {
  readonly manifestPath: string;
  readonly outputDir: string;
} {
  const [manifestPath, outputDir] = [join(folder, "manifest.json"), join(folder, "models")];
  writeFileSync(manifestPath, JSON.stringify(declaration.samples.manifest ?? MANIFEST));
  mkdirSync(outputDir, { recursive: true });
  return { manifestPath, outputDir };
}

/** Every file below a folder, sorted. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function model(name: string): Readonly<Record<string, unknown>> {
  return {
    unique_id: `model.floe_contract.${name}`,
    resource_type: "model",
    package_name: "floe_contract",
    name,
    alias: name,
    schema: "main",
    database: "floe",
    columns: { id: { name: "id", data_type: "bigint", description: "", meta: {} } },
    config: { materialized: "table", meta: {} },
    meta: {},
    tags: [],
    depends_on: { nodes: [] },
  };
}
