import { PluginType } from "floe-core";
import { expect, test } from "vitest";
import { helmValuesClause } from "../../../../src/contract/shapes/helm-values-clause.ts";
import { FakeStorage } from "../../../../src/fakes/fake-storage.ts";
import { tryClauses } from "../../../support/try-clauses.ts";

const clauses = [helmValuesClause("storage/helm-values")];

test("helmValuesClause asks a plugin that was not started", async () => {
  const startup = (): never => {
    throw new Error("it was started");
  };
  const create = (): FakeStorage => new FakeStorage({ startup, getHelmValues: () => ({ replicas: 1 }) });
  await expect(tryClauses(PluginType.STORAGE, clauses, { create })).resolves.toEqual({ "storage/helm-values": "kept" });
});

test("helmValuesClause refuses what JSON cannot hold", async () => {
  const create = (): FakeStorage => new FakeStorage({ getHelmValues: () => ({ since: new Date(0) }) });
  await expect(tryClauses(PluginType.STORAGE, clauses, { create })).resolves.toEqual({
    "storage/helm-values": "broken: getHelmValues holds something that JSON cannot hold",
  });
});
