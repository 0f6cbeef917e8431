import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DbtInvocation } from "floe-core";
import { expect, onTestFinished, test } from "vitest";
import { FakeDbt } from "../../../src/fakes/fake-dbt.ts";

function project(files: readonly string[]): DbtInvocation {
  const projectDir = mkdtempSync(join(tmpdir(), "fake-dbt-"));
  onTestFinished(() => rmSync(projectDir, { recursive: true }));
  mkdirSync(join(projectDir, "models", "staging"), { recursive: true });
  for (const file of files) writeFileSync(join(projectDir, file), "");
  return { projectDir, profilesDir: projectDir, target: "dev" };
}

const FILES = ["dbt_project.yml", "models/orders.sql", "models/staging/lines.sql", "models/schema.yml", "analysis.sql"];

test("FakeDbt compiles the models of a project into a manifest, and gives it", async () => {
  const [dbt, invocation] = [new FakeDbt(), project(FILES)];
  const manifest = await dbt.compileProject(invocation);
  expect(manifest).toBe(join(invocation.projectDir, "target", "manifest.json"));
  const written: unknown = JSON.parse(readFileSync(manifest, "utf8"));
  expect(written).toMatchObject({ nodes: { "model.fake.lines": { resource_type: "model" }, "model.fake.orders": {} } });
  await expect(dbt.getManifest(invocation.projectDir)).resolves.toEqual(written);
});

test("FakeDbt succeeds with every model, and gives the results", async () => {
  const [dbt, invocation] = [new FakeDbt(), project(FILES)];
  await expect(dbt.runModels(invocation)).resolves.toEqual({
    success: true,
    durationMs: 0,
    nodes: ["lines", "orders"].map((name) => ({ id: `model.fake.${name}`, status: "success", durationMs: 0 })),
  });
  await expect(dbt.getRunResults(invocation.projectDir)).resolves.toMatchObject({ results: [{ unique_id: "model.fake.lines" }, {}] });
  await expect(dbt.testModels(invocation)).resolves.toEqual({ success: true, durationMs: 0, nodes: [] });
  await expect(dbt.lintProject(invocation)).resolves.toEqual({ success: true, issues: [] });
});

test("FakeDbt refuses what is no project, and what was not compiled or run, with the type's own errors", async () => {
  const [dbt, invocation] = [new FakeDbt(), project([])];
  const absent = { ...invocation, projectDir: join(invocation.projectDir, "absent") };
  const refused = { code: "FLOE_DBT_COMPILATION" };
  await expect(dbt.compileProject(invocation)).rejects.toMatchObject(refused);
  await expect(dbt.runModels(absent)).rejects.toMatchObject(refused);
  await expect(dbt.getManifest(invocation.projectDir)).rejects.toMatchObject(refused);
  await expect(dbt.getRunResults(invocation.projectDir)).rejects.toMatchObject({ code: "FLOE_DBT_EXECUTION" });
});

test("FakeDbt gives up once the signal is aborted", async () => {
  const [dbt, invocation] = [new FakeDbt(), { ...project(FILES), signal: AbortSignal.abort("late") }];
  await expect(dbt.compileProject(invocation)).rejects.toBe("late");
  await expect(dbt.getManifest(invocation.projectDir, invocation)).rejects.toBe("late");
});

test("FakeDbt answers the rest of what its type asks", async () => {
  const dbt = new FakeDbt();
  await expect(dbt.getRuntimeMetadata()).resolves.toEqual({ runtime: "fake" });
  expect([dbt.supportsParallelExecution(), dbt.supportsSqlLinting()]).toEqual([false, false]);
});
