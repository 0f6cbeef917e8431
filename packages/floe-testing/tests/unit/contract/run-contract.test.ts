import { PluginType } from "floe-core";
import { expect, test, vi } from "vitest";
import { Accepting } from "../../../src/broken/configured-compute.ts";
import { prepareContract, runContract } from "../../../src/contract/run-contract.ts";
import { FakeCompute } from "../../../src/fakes/fake-compute.ts";
import { createTempProject } from "../../../src/temp-project/create-temp-project.ts";

const create = (): FakeCompute => new FakeCompute();

test("prepareContract tries nothing: the plugin is made to be asked who it is, and that is all", () => {
  const startup = vi.fn();
  const made = vi.fn(() => new FakeCompute({ startup }));
  expect(prepareContract(PluginType.COMPUTE, { create: made }).clauses.length).toBeGreaterThan(40);
  expect(made).toHaveBeenCalledOnce();
  expect(startup).not.toHaveBeenCalled();
});

test("prepareContract refuses to skip a clause that there is not, and names the nearest", () => {
  const skip = { "health/end": "it waits for a person" } as object;
  expect(() => prepareContract(PluginType.COMPUTE, { create, skip })).toThrow(
    expect.objectContaining({ name: "ContractSetupError", hint: "Did you mean health/ends?" }),
  );
});

test("prepareContract refuses a plugin that needs another which nothing stands in for", () => {
  const needy = (): FakeCompute => new FakeCompute({ dependencies: ["lake"] });
  expect(() => prepareContract(PluginType.COMPUTE, { create: needy })).toThrow("nothing stands in for lake");
});

test("runContract takes from the package what its options do not state, an undefined option included", async () => {
  const declared = { skip: { "health/ends": "of the package" }, valid: { files: ["a"] } };
  const floeContract = { computes: { mine: declared } };
  const manifest = { floe: { apiVersion: "1.0", computes: { mine: "./plugin.js#Mine" } }, floeContract };
  using project = createTempProject({ packages: { "a-package": { version: "2.0.0", manifest } } });
  const options = { create: () => new Accepting(), package: project.packagePath("a-package"), ...({ skip: undefined } as object) };
  const reports = [
    await runContract(PluginType.COMPUTE, options),
    await runContract(PluginType.COMPUTE, { ...options, skip: { "health/ends": "of the test" } }),
  ];
  const reasons = reports.map(({ clauses }) => clauses.find(({ clause }) => clause === "health/ends")?.reason);
  expect(reasons).toEqual(["of the package", "of the test"]);
  expect(reports.map(({ ok, plugin }) => [ok, plugin])).toEqual([[true, "floe.computes:mine"], [true, "floe.computes:mine"]]);
});

test("runContract says of a create that throws that the plugin cannot be constructed", async () => {
  const failing = (): FakeCompute => {
    throw new Error("no licence");
  };
  const report = await runContract(PluginType.COMPUTE, { create: failing });
  const broken = report.clauses.filter(({ result }) => result === "broken");
  expect(broken).toMatchObject([{ clause: "load/constructs", reason: expect.stringContaining("no licence") as string }]);
});

test("runContract says so if create answers with the same plugin again", async () => {
  const same = new FakeCompute();
  const report = await runContract(PluginType.COMPUTE, { create: () => same });
  const broken = report.clauses.filter(({ result }) => result === "broken");
  expect(broken).toMatchObject([
    { clause: "load/constructs", reason: expect.stringContaining("create answers with a plugin that it made before") as string },
  ]);
});

test("prepareContract refuses what a package cannot declare", () => {
  const floeContract = { computes: { mine: { vaild: {} } } };
  const manifest = { floe: { apiVersion: "1.0", computes: { mine: "./plugin.js#Mine" } }, floeContract };
  using project = createTempProject({ packages: { "a-package": { manifest } } });
  const options = { create, package: project.packagePath("a-package") };
  expect(() => prepareContract(PluginType.COMPUTE, options)).toThrow('floeContract cannot declare "vaild"');
});
