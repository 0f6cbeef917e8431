import { PluginType, type IngestionPlugin } from "floe-core";
import { expect, test } from "vitest";
import type { Clause } from "../../../../../src/contract/clause.ts";
import type { ContractSamples } from "../../../../../src/contract/contract-samples.ts";
import { configOf, createPipeline } from "../../../../../src/contract/types/ingestion/ingestion-pipeline.ts";
import { FakeIngestion } from "../../../../../src/fakes/fake-ingestion.ts";
import { tryClauses } from "../../../../support/try-clauses.ts";

const CONFIG = {
  sourceType: "rest",
  sourceConfig: {},
  destinationTable: "sales.orders",
  writeMode: "merge",
  schemaContract: "freeze",
} as const;

async function tried(check: Clause<IngestionPlugin>["check"], samples: ContractSamples = {}): Promise<string | undefined> {
  const clause: Clause<IngestionPlugin> = { id: "ingestion/pipeline", title: "is tried", check };
  const create = (): FakeIngestion => new FakeIngestion({ createPipeline: () => Promise.reject(new Error("unknown source")) });
  return (await tryClauses(PluginType.INGESTION, [clause], { create, samples }))[clause.id];
}

test("configOf takes what is declared, and otherwise what most could take", async () => {
  const found: unknown[] = [];
  const look: Clause<IngestionPlugin>["check"] = (trial) => void found.push(configOf(trial, "config"), configOf(trial, "failing"));
  await tried(look);
  await tried(look, { ingestion: { config: CONFIG } });
  expect(found).toMatchObject([{ sourceType: "files" }, { sourceType: "floe-contract-absent" }, CONFIG, { sourceType: "floe-contract-absent" }]);
});

test("createPipeline skips what refuses the suite's own pipeline, and not what refuses a declared one", async () => {
  const create: Clause<IngestionPlugin>["check"] = async (trial) => {
    await createPipeline(await trial.start(), trial, "config");
  };
  expect(await tried(create)).toMatch(/^skipped: .*samples\.ingestion\.config: unknown source$/);
  expect(await tried(create, { ingestion: { config: CONFIG } })).toBe("broken: It ended with an error: unknown source");
});
