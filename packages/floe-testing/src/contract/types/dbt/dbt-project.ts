import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isPluginError, type DbtInvocation, type DbtPlugin } from "floe-core";
import { NotOffered } from "../../contract-breach.ts";
import type { Trial } from "../../trial/trial.ts";

/** The codes of what a dbt plugin may refuse with. */
export const DBT_CODES: readonly string[] = ["FLOE_DBT_COMPILATION", "FLOE_DBT_EXECUTION"];

/** One model without a source, so that it compiles and runs wherever dbt has an adapter. */
const FILES: Readonly<Record<string, string>> = {
  "dbt_project.yml": "name: floe_contract\nversion: 1.0.0\nconfig-version: 2\nprofile: floe_contract\nmodel-paths: [models]\n",
  "profiles.yml":
    "floe_contract:\n  target: dev\n  outputs:\n    dev:\n      type: duckdb\n      path: ':memory:'\n      threads: 1\n",
  "models/one.sql": "select 1 as one\n",
};

/** What a dbt plugin is tried with: the declared project, or one that is written for the trial. */
export function dbtProject({ declaration, folder }: Trial<DbtPlugin>): DbtInvocation {
  const { dbt } = declaration.samples;
  if (dbt !== undefined) return dbt;
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return { projectDir: folder, profilesDir: folder, target: "dev" };
}

/**
 * Asks something of the project. The project that suites write by themselves needs DuckDB's adapter, which not
 * everybody has.
 *
 * @throws NotOffered if the plugin refuses that project; whatever else the call throws.
 */
export async function askDbt<Value>(
  trial: Trial<DbtPlugin>,
  what: string,
  call: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  try {
    return await trial.call(what, call);
  } catch (error) {
    const isOurs = trial.declaration.samples.dbt === undefined;
    if (!isOurs || !isPluginError(error) || !DBT_CODES.includes(error.code)) throw error;
    throw new NotOffered(`it refuses the suite's own project; declare one as samples.dbt: ${error.message}`);
  }
}
