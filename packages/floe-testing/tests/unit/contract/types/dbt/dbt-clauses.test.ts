import { PluginType } from "floe-core";
import { expect, test } from "vitest";
import { DBT_CLAUSES } from "../../../../../src/contract/types/dbt/dbt-clauses.ts";
import { FakeDbt } from "../../../../../src/fakes/fake-dbt.ts";
import { allKept, tryClauses } from "../../../../support/try-clauses.ts";

test("DBT_CLAUSES are kept by the type's fake, which does not lint", async () => {
  const outcomes = await tryClauses(PluginType.DBT, DBT_CLAUSES, { create: () => new FakeDbt() });
  expect(outcomes).toEqual({ ...allKept(DBT_CLAUSES), "dbt/lints": "skipped: it does not lint SQL" });
});

test("DBT_CLAUSES refuse a dbt that finds a manifest where there is no project", async () => {
  const create = (): FakeDbt => new FakeDbt({ getManifest: async () => ({ nodes: {} }) });
  const outcomes = await tryClauses(PluginType.DBT, DBT_CLAUSES, { create });
  expect(outcomes["dbt/refuses-a-missing-project"]).toBe("broken: getManifest of what there is not is not refused");
});
