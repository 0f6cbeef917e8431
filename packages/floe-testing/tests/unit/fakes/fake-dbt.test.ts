import { join } from "node:path";
import { expect, test } from "vitest";
import { FakeDbt } from "../../../src/fakes/fake-dbt.ts";

test("FakeDbt answers what its type asks, as of an empty project", async () => {
  const dbt = new FakeDbt();
  const manifest = await dbt.compileProject({ projectDir: "project", profilesDir: "profiles", target: "dev" });
  expect(manifest).toBe(join("project", "target", "manifest.json"));
  await expect(dbt.runModels()).resolves.toEqual({ success: true, durationMs: 0, nodes: [] });
  await expect(dbt.testModels()).resolves.toEqual({ success: true, durationMs: 0, nodes: [] });
  await expect(dbt.lintProject()).resolves.toEqual({ success: true, issues: [] });
  await expect(dbt.getManifest()).resolves.toEqual({ nodes: {} });
  await expect(dbt.getRunResults()).resolves.toEqual({ results: [] });
  await expect(dbt.getRuntimeMetadata()).resolves.toEqual({ runtime: "fake" });
  expect([dbt.supportsParallelExecution(), dbt.supportsSqlLinting()]).toEqual([false, false]);
});
