import { PluginType } from "floe-core";
import { expect, test } from "vitest";
import { STORAGE_CLAUSES } from "../../../../../src/contract/types/storage/storage-clauses.ts";
import { FakeStorage } from "../../../../../src/fakes/fake-storage.ts";
import { allKept, tryClauses } from "../../../../support/try-clauses.ts";

const secrets = "storage/keeps-secrets-in-templates";

test("STORAGE_CLAUSES are kept by the type's fake, which has no secrets to keep", async () => {
  const outcomes = await tryClauses(PluginType.STORAGE, STORAGE_CLAUSES, { create: () => new FakeStorage() });
  expect(outcomes).toEqual({ ...allKept(STORAGE_CLAUSES), [secrets]: "skipped: no configuration that it was given holds a secret" });
});

test("STORAGE_CLAUSES look for declared secrets in the profile and in the warehouse", async () => {
  const leaking = { getWarehouseUri: (name: string) => `s3://AKIA1:hidden-key@bucket/${name}`, getDbtProfileConfig: () => ({ k: "hidden-key" }) };
  const options = { create: () => new FakeStorage(leaking), secrets: ["hidden-key"] };
  const outcomes = await tryClauses(PluginType.STORAGE, STORAGE_CLAUSES, options);
  expect(outcomes[secrets]).toBe("broken: A secret can be read in getDbtProfileConfig, getWarehouseUri");
});
