import { join } from "node:path";
import { PluginType } from "floe-core";
import { expect, test } from "vitest";
import { SYNC_CLAUSES } from "../../../../../src/contract/types/semantic-layer/sync-clauses.ts";
import { FakeSemanticLayer } from "../../../../../src/fakes/fake-semantic-layer.ts";
import { allKept, tryClauses } from "../../../../support/try-clauses.ts";

test("SYNC_CLAUSES are kept of the manifest that is declared, also if it has no models", async () => {
  const options = { create: () => new FakeSemanticLayer(), samples: { manifest: { nodes: {} } } };
  await expect(tryClauses(PluginType.SEMANTIC_LAYER, SYNC_CLAUSES, options)).resolves.toEqual(allKept(SYNC_CLAUSES));
});

test("SYNC_CLAUSES take the folder itself and the one above it for no path below it", async () => {
  for (const way of [".", "..", "../models-2/a"]) {
    const create = (): FakeSemanticLayer => new FakeSemanticLayer({ syncFromDbtManifest: async (_, folder) => [join(folder, way)] });
    const outcomes = await tryClauses(PluginType.SEMANTIC_LAYER, SYNC_CLAUSES, { create });
    expect(outcomes["semantic-layer/stays-below-its-folder"]).toContain("which is not below its folder");
  }
});

test("SYNC_CLAUSES say what was written and what was said", async () => {
  const create = (): FakeSemanticLayer =>
    new FakeSemanticLayer({ syncFromDbtManifest: async (_, folder) => [join(folder, "index.json")] });
  const outcomes = await tryClauses(PluginType.SEMANTIC_LAYER, SYNC_CLAUSES, { create });
  expect(outcomes["semantic-layer/writes-what-it-says"]).toMatch(/index\.json, and wrote nothing$/);
});
