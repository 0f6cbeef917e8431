import { existsSync } from "node:fs";
import { join } from "node:path";
import { DbtCompilationError, PluginType, type DbtInvocation, type DbtPlugin } from "floe-core";
import { expect, test } from "vitest";
import type { Clause } from "../../../../../src/contract/clause.ts";
import type { ContractSamples } from "../../../../../src/contract/contract-samples.ts";
import { askDbt, dbtProject, DBT_CODES } from "../../../../../src/contract/types/dbt/dbt-project.ts";
import { FakeDbt } from "../../../../../src/fakes/fake-dbt.ts";
import { tryClauses } from "../../../../support/try-clauses.ts";

const DECLARED = { projectDir: "/shop", profilesDir: "/profiles", target: "ci" };

async function tried(check: Clause<DbtPlugin>["check"], samples: ContractSamples = {}): Promise<string | undefined> {
  const clause: Clause<DbtPlugin> = { id: "dbt/compiles", title: "is tried", check };
  return (await tryClauses(PluginType.DBT, [clause], { create: () => new FakeDbt(), samples }))[clause.id];
}

test("dbtProject writes a project that compiles, and takes the declared one as it is", async () => {
  const found: DbtInvocation[] = [];
  const outcome = await tried(async (trial) => {
    const own = dbtProject(trial);
    found.push(own);
    expect(existsSync(join(own.projectDir, "dbt_project.yml"))).toBe(true);
    expect(existsSync(join(own.profilesDir, "profiles.yml"))).toBe(true);
    await (await trial.start()).compileProject(own);
  });
  expect(outcome).toBe("kept");
  await tried((trial) => void found.push(dbtProject(trial)), { dbt: DECLARED });
  expect(found.map(({ projectDir }) => existsSync(projectDir))).toEqual([false, false]);
  expect(found[1]).toEqual(DECLARED);
});

test("askDbt skips what refuses the suite's own project, and not what refuses a declared one", async () => {
  const refuse: Clause<DbtPlugin>["check"] = (trial) =>
    askDbt(trial, "compileProject", () => Promise.reject(new DbtCompilationError("Cannot compile: no adapter")));
  expect(await tried(refuse)).toContain("skipped: it refuses the suite's own project");
  expect(await tried(refuse, { dbt: DECLARED })).toContain("broken: It ended with an error: Cannot compile");
});

test("askDbt skips nothing that is refused without a code", async () => {
  expect(await tried((trial) => askDbt(trial, "compileProject", () => Promise.reject(new Error("ENOENT"))))).toContain("broken: ");
});

test("DBT_CODES are those of the type's errors", () => {
  expect(DBT_CODES).toContain(new DbtCompilationError("x").code);
  expect(DBT_CODES).toHaveLength(2);
});
