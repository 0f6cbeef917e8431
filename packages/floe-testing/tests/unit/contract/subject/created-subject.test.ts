import { silentLogger, type PluginMetadata, type PluginRegistry } from "floe-core";
import { expect, test } from "vitest";
import { SoundCompute } from "../../../../src/broken/sound-compute.ts";
import { createdSubject } from "../../../../src/contract/subject/created-subject.ts";
import { createTempProject } from "../../../../src/temp-project/create-temp-project.ts";

const TYPE = "floe.computes";

class Stated extends SoundCompute {
  override readonly name: string = "mine";
  override readonly version: string = "2.1.0";
  override readonly floeApiVersion: string = "1.0";
  override readonly description: string = "of the class";
}

function opened(create: () => unknown, more: { readonly package?: string } = {}): PluginRegistry {
  const subject = createdSubject(TYPE, { create: create as () => PluginMetadata, ...more });
  return subject.open({ cwd: process.cwd(), logger: silentLogger, limitMs: 1000 });
}

test("createdSubject takes from the class who the plugin is", async () => {
  const plugin = await opened(() => new Stated()).get(TYPE, "mine");
  expect(plugin).toMatchObject({ name: "mine", version: "2.1.0", floeApiVersion: "1.0" });
});

test("createdSubject takes from the manifest who the plugin is, and whatever the class leaves open", async () => {
  const entry = { path: "./plugin.js", export: "Mine", apiVersion: "1.0", description: "of the manifest" };
  const manifest = { floe: { computes: { theirs: entry } } };
  using project = createTempProject({ packages: { "a-package": { version: "3.0.0", manifest } } });
  const registry = opened(() => new SoundCompute(), { package: project.packagePath("a-package") });
  const plugin = await registry.get(TYPE, "theirs");
  expect(plugin).toMatchObject({ name: "theirs", version: "3.0.0", description: "of the manifest" });
  expect(registry.list()).toMatchObject([{ package: { name: "a-package" } }]);
});

test("createdSubject gives a plugin that states nothing a name, a version and the API of this floe-core", async () => {
  const plugin = await opened(() => new SoundCompute()).get(TYPE, "plugin");
  expect(plugin).toMatchObject({ name: "plugin", version: "1.0.0", dependencies: [] });
});

test("createdSubject is of new plugins each time", async () => {
  const subject = createdSubject(TYPE, { create: () => new Stated() });
  const options = { cwd: process.cwd(), logger: silentLogger, limitMs: 1000 };
  const [one, other] = [await subject.open(options).get(TYPE, "mine"), await subject.open(options).get(TYPE, "mine")];
  expect(one).not.toBe(other);
});

test.each([
  ["name", "Not A Name"],
  ["version", "one"],
  ["floeApiVersion", "one"],
  ["dependencies", [42]],
])("createdSubject lets the contract say that a %s is not well formed, and not discovery", async (member, value) => {
  const malformed = (): SoundCompute => Object.defineProperty(new SoundCompute(), member, { value });
  await expect(opened(malformed).get(TYPE, "plugin")).rejects.toMatchObject({
    code: "FLOE_PLUGIN_CONTRACT",
    violations: [{ rule: "form", member }],
  });
});

test("createdSubject leaves a create that throws to the loading", async () => {
  const failing = (): never => {
    throw new Error("no licence");
  };
  await expect(opened(failing).get(TYPE, "plugin")).rejects.toMatchObject({ stage: "construct", cause: { message: "no licence" } });
});

test.each([
  ["nothing", () => undefined, { stage: "construct" }],
  ["a promise that fails", async () => Promise.reject(new Error("no licence")), { code: "FLOE_PLUGIN_CONTRACT" }],
])("createdSubject leaves a create that answers with %s to the loading", async (_, create, error) => {
  await expect(opened(create).get(TYPE, "plugin")).rejects.toMatchObject(error);
});
