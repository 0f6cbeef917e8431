import { pathToFileURL } from "node:url";
import { PluginType, type LineageTransportConfig } from "floe-core";
import { expect, test } from "vitest";
import { LINEAGE_BACKEND_CLAUSES } from "../../../../../src/contract/types/lineage-backend/lineage-backend-clauses.ts";
import { FakeLineageBackend } from "../../../../../src/fakes/fake-lineage-backend.ts";
import { allKept, tryClauses } from "../../../../support/try-clauses.ts";

const ADDRESS = "lineage-backend/transport-address";

function tried(transport: Partial<LineageTransportConfig>): Promise<Readonly<Record<string, string>>> {
  const config: LineageTransportConfig = { type: "console", timeoutMs: 1000, ...transport };
  const create = (): FakeLineageBackend => new FakeLineageBackend({ getTransportConfig: () => config });
  return tryClauses(PluginType.LINEAGE_BACKEND, LINEAGE_BACKEND_CLAUSES, { create });
}

test("LINEAGE_BACKEND_CLAUSES ask no address of the console", async () => {
  expect(await tried({})).toEqual({ ...allKept(LINEAGE_BACKEND_CLAUSES), [ADDRESS]: "skipped: the console has no address" });
});

test.each([
  { type: "http", url: "http://localhost:5000" },
  { type: "http", url: "https://example.com/api/v1/lineage" },
  { type: "file", url: import.meta.filename },
  { type: "file", url: pathToFileURL(import.meta.filename).href },
] as const)("LINEAGE_BACKEND_CLAUSES are kept by %j", async (transport) => {
  expect(await tried(transport)).toEqual(allKept(LINEAGE_BACKEND_CLAUSES));
});

test.each([
  { type: "http", url: "ftp://example.com" },
  { type: "http", url: "localhost" },
  { type: "file", url: "https://example.com/events.jsonl" },
  { type: "file" },
] as const)("LINEAGE_BACKEND_CLAUSES refuse the address of %j", async (transport) => {
  expect((await tried(transport))[ADDRESS]).toContain("broken: The url of its transport");
});

test.each([-1, 0, Number.NaN])("LINEAGE_BACKEND_CLAUSES refuse a timeout of %d ms", async (timeoutMs) => {
  expect((await tried({ timeoutMs }))["lineage-backend/transport-timeout"]).toContain("broken: The timeoutMs");
});
