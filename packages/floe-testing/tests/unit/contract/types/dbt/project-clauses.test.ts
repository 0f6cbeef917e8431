import { DbtExecutionError, PluginType } from "floe-core";
import { expect, test } from "vitest";
import { PROJECT_CLAUSES } from "../../../../../src/contract/types/dbt/project-clauses.ts";
import { FakeDbt } from "../../../../../src/fakes/fake-dbt.ts";
import { allKept, tryClauses } from "../../../../support/try-clauses.ts";

const lints = { supportsSqlLinting: () => true };

test("PROJECT_CLAUSES are kept by a fake that lints", async () => {
  const outcomes = await tryClauses(PluginType.DBT, PROJECT_CLAUSES, { create: () => new FakeDbt(lints) });
  expect(outcomes).toEqual(allKept(PROJECT_CLAUSES));
});

test("PROJECT_CLAUSES try no dbt with their own project that refuses it", async () => {
  const compileProject = (): Promise<string> => Promise.reject(new DbtExecutionError("Cannot find adapter duckdb"));
  const create = (): FakeDbt => new FakeDbt({ compileProject });
  const outcomes = await tryClauses(PluginType.DBT, PROJECT_CLAUSES, { create });
  expect(outcomes["dbt/compiles"]).toMatch(/^skipped: .*samples\.dbt: Cannot find adapter duckdb$/);
});

test("PROJECT_CLAUSES refuse a manifest that is no JSON", async () => {
  const create = (): FakeDbt => new FakeDbt({ compileProject: async () => import.meta.filename });
  const outcomes = await tryClauses(PluginType.DBT, PROJECT_CLAUSES, { create });
  expect(outcomes["dbt/compiles"]).toContain("broken: compileProject answers with a path that holds no manifest: ");
});
