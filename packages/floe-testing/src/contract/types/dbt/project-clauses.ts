import { readFile } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { reasonOf, type DbtInvocation, type DbtPlugin } from "floe-core";
import { STARTED } from "../../base/startup-clauses.ts";
import type { Clause } from "../../clause.ts";
import { ContractBreach, ensure, NotOffered } from "../../contract-breach.ts";
import { ensureJson } from "../../shapes/ensure-json.ts";
import type { Members } from "../../shapes/object-of.ts";
import type { Trial } from "../../trial/trial.ts";
import { askDbt, dbtProject } from "./dbt-project.ts";
import { ensureLintResult } from "./ensure-lint-result.ts";
import { ensureRunResult } from "./ensure-run-result.ts";
import { isSameData } from "../../realm/same-data.ts";

/** What a dbt plugin does with a project. */
export const PROJECT_CLAUSES: readonly Clause<DbtPlugin>[] = [
  {
    id: "dbt/compiles",
    title: "compiles a project, and resolves with the absolute path of its manifest",
    after: STARTED,
    check: async (trial) => {
      await compiled(trial);
    },
  },
  {
    id: "dbt/gives-its-manifest",
    title: "gives the manifest of the last compilation, parsed",
    after: [...STARTED, "dbt/compiles"],
    async check(trial) {
      const { plugin, project, manifest } = await compiled(trial);
      const given = await askDbt(trial, "getManifest", (signal) => plugin.getManifest(project.projectDir, { signal }));
      ensure(isSameData(ensureJson(given, "getManifest"), manifest), "getManifest is not what the manifest's file holds");
    },
  },
  {
    id: "dbt/runs-models",
    title: "runs models: { success, durationMs, nodes }",
    after: [...STARTED, "dbt/compiles"],
    check: async (trial) => {
      await ran(trial);
    },
  },
  {
    id: "dbt/gives-its-run-results",
    title: "gives the results of the last run, parsed",
    after: [...STARTED, "dbt/runs-models"],
    async check(trial) {
      const { plugin, project } = await ran(trial);
      const given = await askDbt(trial, "getRunResults", (signal) => plugin.getRunResults(project.projectDir, { signal }));
      ensure(Array.isArray(ensureJson(given, "getRunResults")["results"]), "getRunResults has no list of results");
    },
  },
  {
    id: "dbt/tests-models",
    title: "runs tests: { success, durationMs, nodes }",
    after: [...STARTED, "dbt/runs-models"],
    async check(trial) {
      const { plugin, project } = await ran(trial);
      ensureRunResult(await askDbt(trial, "testModels", (signal) => plugin.testModels({ ...project, signal })), "testModels");
    },
  },
  {
    id: "dbt/lints",
    title: "lints SQL: { success, issues }",
    after: [...STARTED, "dbt/capabilities", "dbt/compiles"],
    async check(trial) {
      const { plugin, project } = await started(trial);
      if (!plugin.supportsSqlLinting()) throw new NotOffered("it does not lint SQL");
      ensureLintResult(await askDbt(trial, "lintProject", (signal) => plugin.lintProject({ ...project, signal })), "lintProject");
    },
  },
];

interface Started {
  readonly plugin: DbtPlugin;
  readonly project: DbtInvocation;
}

async function started(trial: Trial<DbtPlugin>): Promise<Started> {
  return { plugin: await trial.start(), project: dbtProject(trial) };
}

async function compiled(trial: Trial<DbtPlugin>): Promise<Started & { readonly manifest: Members }> {
  const { plugin, project } = await started(trial);
  const path: unknown = await askDbt(trial, "compileProject", (signal) => plugin.compileProject({ ...project, signal }));
  ensure(typeof path === "string" && isAbsolute(path), "compileProject answers with something that is no absolute path");
  return { plugin, project, manifest: ensureJson(await parsed(path), "The manifest") };
}

async function ran(trial: Trial<DbtPlugin>): Promise<Started> {
  const { plugin, project } = await started(trial);
  ensureRunResult(await askDbt(trial, "runModels", (signal) => plugin.runModels({ ...project, signal })), "runModels");
  return { plugin, project };
}

async function parsed(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw new ContractBreach(`compileProject answers with a path that holds no manifest: ${reasonOf(error)}`);
  }
}
