import { expect, test } from "vitest";
import { BROKEN_NAME, having, SoundCompute } from "../../../src/broken/sound-compute.ts";
import { createTestRegistry } from "../../../src/registry/test-registry.ts";

test("SoundCompute is loaded, started, healthy and stopped without a word", async () => {
  await using registry = createTestRegistry({ plugins: { "floe.computes": { [BROKEN_NAME]: SoundCompute } } });
  expect(await registry.activateAll()).toMatchObject({ ok: true, plugins: [{ state: "active" }] });
  expect(await registry.healthCheckAll()).toMatchObject({ ok: true, overall: "healthy" });
  expect(await registry.shutdownAll()).toMatchObject({ ok: true });
  expect(registry.logs.filter(({ level }) => level !== "debug")).toEqual([]);
});

test("SoundCompute answers what its type asks", async () => {
  const plugin = new SoundCompute();
  expect(plugin.isSelfHosted).toBe(true);
  expect(plugin.generateDbtProfile()).toEqual({ type: "sound" });
  expect(plugin.getRequiredDbtPackages()).toEqual(["dbt-sound>=1.0,<2.0"]);
  expect(plugin.getResourceRequirements("small")).toMatchObject({ cpuLimit: "500m" });
  await expect(plugin.validateConnection()).resolves.toMatchObject({ status: "healthy" });
});

test("having replaces members, inherited getters too, by values of any kind", () => {
  const plugin = new (having({ isSelfHosted: "yes", startup: null }))();
  expect(plugin).toMatchObject({ isSelfHosted: "yes", startup: null });
});
