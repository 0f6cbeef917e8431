import { expect, test } from "vitest";
import { FakeCatalog } from "../../../src/fakes/fake-catalog.ts";
import { FakeIngestion } from "../../../src/fakes/fake-ingestion.ts";

test("FakeIngestion answers what its type asks", async () => {
  const ingestion = new FakeIngestion();
  const config = {
    sourceType: "files",
    sourceConfig: {},
    destinationTable: "orders",
    writeMode: "append",
    schemaContract: "freeze",
  } as const;
  expect(ingestion.isExternal).toBe(false);
  await expect(ingestion.createPipeline(config)).resolves.toEqual({ id: "load-orders", config });
  await expect(ingestion.run()).resolves.toMatchObject({ success: true, rowsLoaded: 0 });
  expect(ingestion.getDestinationConfig(new FakeCatalog({ name: "memory" }))).toEqual({ catalog: "memory" });
});

test("FakeIngestion gives up once the signal is aborted", async () => {
  const late = { signal: AbortSignal.abort("late") };
  await expect(new FakeIngestion().run(undefined, late)).rejects.toBe("late");
});
