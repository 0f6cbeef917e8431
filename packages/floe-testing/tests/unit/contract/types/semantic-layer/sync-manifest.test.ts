import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PluginType, type SemanticLayerPlugin } from "floe-core";
import { expect, test } from "vitest";
import type { Clause } from "../../../../../src/contract/clause.ts";
import type { ContractSamples } from "../../../../../src/contract/contract-samples.ts";
import { filesBelow, syncManifest, writeManifest } from "../../../../../src/contract/types/semantic-layer/sync-manifest.ts";
import { FakeSemanticLayer } from "../../../../../src/fakes/fake-semantic-layer.ts";
import { tryClauses } from "../../../../support/try-clauses.ts";

async function tried(check: Clause<SemanticLayerPlugin>["check"], samples: ContractSamples = {}): Promise<string | undefined> {
  const clause: Clause<SemanticLayerPlugin> = { id: "semantic-layer/sorts-its-paths", title: "is tried", check };
  return (await tryClauses(PluginType.SEMANTIC_LAYER, [clause], { create: () => new FakeSemanticLayer(), samples }))[clause.id];
}

test("syncManifest says what was answered and what was written", async () => {
  const outcome = await tried(async (trial) => {
    const { paths, written, outputDir } = await syncManifest(trial);
    const expected = ["lines", "orders"].map((name) => join(outputDir, `model.floe_contract.${name}.json`));
    expect([paths, written]).toEqual([expected, expected]);
  });
  expect(outcome).toBe("kept");
});

test("writeManifest writes the declared manifest, beside an empty folder", async () => {
  const outcome = await tried(
    (trial) => {
      const { manifestPath, outputDir } = writeManifest(trial);
      expect(JSON.parse(readFileSync(manifestPath, "utf8"))).toEqual({ nodes: {} });
      expect(filesBelow(outputDir)).toEqual([]);
    },
    { manifest: { nodes: {} } },
  );
  expect(outcome).toBe("kept");
});

test("filesBelow lists files in folders of folders, sorted", async () => {
  const outcome = await tried((trial) => {
    const { outputDir } = writeManifest(trial);
    for (const name of ["b", "a"]) writeFileSync(join(outputDir, name), "");
    expect(filesBelow(trial.folder)).toEqual([join(trial.folder, "manifest.json"), join(outputDir, "a"), join(outputDir, "b")]);
  });
  expect(outcome).toBe("kept");
});
