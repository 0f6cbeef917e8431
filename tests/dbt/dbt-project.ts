import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { PluginRegistry, type DbtProfile } from "floe-core";
import { execa } from "execa";

/** A transform as dbt knows it. */
export interface DbtModel {
  readonly sql: string;
  readonly materialized: "table" | "view";
  /** Names of the models it reads; dbt cannot see them in SQL that names tables plainly. */
  readonly reads: readonly string[];
}

/** What a dbt project is written from. */
export interface DbtProject {
  readonly folder: string;
  readonly profile: DbtProfile;
  readonly models: Readonly<Record<string, DbtModel>>;
  /** A CSV file that models know as `source`. */
  readonly source: string;
  /** Model to the Parquet file in which dbt leaves its rows. */
  readonly exports: Readonly<Record<string, string>>;
}

/** What the duckdb plugin makes of a configuration for dbt. */
export async function profileOf(config: Readonly<Record<string, unknown>>, folder: string): Promise<DbtProfile> {
  await using registry = new PluginRegistry({ cwd: folder });
  registry.discoverAll();
  const plugin = await registry.get("floe.computes", "duckdb");
  await registry.configure("floe.computes", "duckdb", config);
  return plugin.generateDbtProfile();
}

/** Writes the project into its folder. JSON is YAML, so that is how the two files are written. */
export async function writeDbtProject({ folder, profile, models, source, exports }: DbtProject): Promise<void> {
  const hook = Object.entries(exports).map(([model, file]) => `COPY (FROM ${model}) TO '${file}' (FORMAT parquet)`);
  const project = {
    name: "product",
    version: "1.0.0",
    profile: "floe",
    "model-paths": ["models"],
    flags: { send_anonymous_usage_stats: false },
    "on-run-start": [`CREATE OR REPLACE VIEW source AS FROM read_csv('${source}')`],
    "on-run-end": hook,
  };
  const profiles = { floe: { target: "dev", outputs: { dev: profile } } };
  await mkdir(path.join(folder, "models"), { recursive: true });
  await writeFile(path.join(folder, "dbt_project.yml"), JSON.stringify(project));
  await writeFile(path.join(folder, "profiles.yml"), JSON.stringify(profiles));
  for (const [name, { sql, materialized, reads }] of Object.entries(models)) {
    const refs = reads.map((read) => `-- depends_on: {{ ref('${read}') }}\n`).join("");
    await writeFile(path.join(folder, `models/${name}.sql`), `{{ config(materialized='${materialized}') }}\n${refs}${sql}\n`);
  }
}

/** How a dbt command ended, with everything that it printed. */
export interface DbtOutcome {
  readonly all: string;
  readonly exitCode: number | undefined;
}

/** Runs a dbt command in the project's folder; one that fails is a result. */
export async function dbt(bin: string, folder: string, ...args: readonly string[]): Promise<DbtOutcome> {
  const env = { PATH: process.env["PATH"] ?? "", HOME: folder, DBT_PROFILES_DIR: folder, DO_NOT_TRACK: "1" };
  const options = { cwd: folder, reject: false, stdin: "ignore", env, extendEnv: false, timeout: 100_000, all: true } as const;
  const { all, exitCode } = await execa(path.join(bin, "dbt"), ["--no-use-colors", ...args, "--project-dir", folder], options);
  return { all, exitCode };
}
