import { join } from "node:path";
import type { DbtPlugin } from "floe-core";
import { STARTED } from "../../base/startup-clauses.ts";
import type { Clause } from "../../clause.ts";
import { ensure } from "../../contract-breach.ts";
import { ensureJson } from "../../shapes/ensure-json.ts";
import { ensureRefused } from "../../shapes/ensure-refused.ts";
import { ensureText } from "../../shapes/ensure-text.ts";
import { pureAnswer } from "../../shapes/pure-answer.ts";
import { signalsClause } from "../../shapes/signals-clause.ts";
import { DBT_CODES, dbtProject } from "./dbt-project.ts";
import { PROJECT_CLAUSES } from "./project-clauses.ts";

/** What a dbt plugin promises. */
export const DBT_CLAUSES: readonly Clause<DbtPlugin>[] = [
  {
    id: "dbt/runtime-metadata",
    title: "says which dbt it is, as plain JSON: { runtime, ... }",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.start();
      const metadata = await trial.call("getRuntimeMetadata", (signal) => plugin.getRuntimeMetadata({ signal }));
      ensureText(ensureJson(metadata, "getRuntimeMetadata")["runtime"], "The runtime of getRuntimeMetadata");
    },
  },
  {
    id: "dbt/capabilities",
    title: "says whether it runs commands at once and whether it lints, with true or false, the same each time",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.configure();
      const answers = {
        supportsParallelExecution: pureAnswer("supportsParallelExecution", () => plugin.supportsParallelExecution()),
        supportsSqlLinting: pureAnswer("supportsSqlLinting", () => plugin.supportsSqlLinting()),
      };
      for (const [method, answer] of Object.entries(answers)) {
        ensure(typeof answer === "boolean", `${method} answers with something that is neither true nor false`);
      }
    },
  },
  ...PROJECT_CLAUSES,
  {
    id: "dbt/refuses-a-missing-project",
    title: "refuses a project that there is not with a DbtError",
    after: STARTED,
    async check(trial) {
      const plugin = await trial.start();
      const absent = join(trial.folder, "absent");
      const invocation = { projectDir: absent, profilesDir: absent, target: "dev" };
      await ensureRefused(trial, "compileProject of what there is not", DBT_CODES, (signal) =>
        plugin.compileProject({ ...invocation, signal }),
      );
      await ensureRefused(trial, "runModels of what there is not", DBT_CODES, (signal) => plugin.runModels({ ...invocation, signal }));
      await ensureRefused(trial, "testModels of what there is not", DBT_CODES, (signal) => plugin.testModels({ ...invocation, signal }));
      await ensureRefused(trial, "getManifest of what there is not", DBT_CODES, (signal) => plugin.getManifest(absent, { signal }));
      await ensureRefused(trial, "getRunResults of what there is not", DBT_CODES, (signal) => plugin.getRunResults(absent, { signal }));
    },
  },
  signalsClause<DbtPlugin>({
    id: "dbt/honours-signals",
    calls(plugin, trial) {
      const project = dbtProject(trial);
      return {
        compileProject: (signal) => plugin.compileProject({ ...project, signal }),
        runModels: (signal) => plugin.runModels({ ...project, signal }),
        testModels: (signal) => plugin.testModels({ ...project, signal }),
        lintProject: (signal) => plugin.lintProject({ ...project, signal }),
        getManifest: (signal) => plugin.getManifest(project.projectDir, { signal }),
        getRunResults: (signal) => plugin.getRunResults(project.projectDir, { signal }),
        getRuntimeMetadata: (signal) => plugin.getRuntimeMetadata({ signal }),
      };
    },
  }),
];
