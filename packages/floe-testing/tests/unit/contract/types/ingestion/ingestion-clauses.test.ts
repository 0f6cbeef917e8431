import { PluginType } from "floe-core";
import { expect, test } from "vitest";
import { INGESTION_CLAUSES } from "../../../../../src/contract/types/ingestion/ingestion-clauses.ts";
import { FakeIngestion } from "../../../../../src/fakes/fake-ingestion.ts";
import { allKept, tryClauses } from "../../../../support/try-clauses.ts";

const FAILED = { success: false, rowsLoaded: 0, bytesWritten: 0, durationMs: 1, errors: ["there is no such source"] };

test("INGESTION_CLAUSES are kept by the type's fake", async () => {
  const outcomes = await tryClauses(PluginType.INGESTION, INGESTION_CLAUSES, { create: () => new FakeIngestion() });
  expect(outcomes).toEqual(allKept(INGESTION_CLAUSES));
});

test("INGESTION_CLAUSES take a load that fails, unless it is declared to be loadable", async () => {
  const create = (): FakeIngestion => new FakeIngestion({ run: async () => FAILED });
  const config = {
    sourceType: "files",
    sourceConfig: { path: "orders.csv" },
    destinationTable: "sales.orders",
    writeMode: "append",
    schemaContract: "freeze",
  } as const;
  const undeclared = await tryClauses(PluginType.INGESTION, INGESTION_CLAUSES, { create });
  expect(undeclared["ingestion/load-result"]).toBe("kept");
  const declared = await tryClauses(PluginType.INGESTION, INGESTION_CLAUSES, { create, samples: { ingestion: { config } } });
  expect(declared["ingestion/load-result"]).toBe("broken: run of what is declared to be loadable failed");
});
