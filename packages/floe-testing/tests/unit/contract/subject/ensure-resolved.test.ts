import type { PluginDependency, StaticPluginTable } from "floe-core";
import { expect, test } from "vitest";
import { SoundCompute } from "../../../../src/broken/sound-compute.ts";
import { ensureResolved } from "../../../../src/contract/subject/ensure-resolved.ts";
import { FakeStorage } from "../../../../src/fakes/fake-storage.ts";
import { subjectOf } from "../../../support/try-clause.ts";

function ensured(dependencies: readonly PluginDependency[], given?: StaticPluginTable): () => void {
  return () => ensureResolved(subjectOf(SoundCompute, { dependencies }, given));
}

test.each([
  ["nothing", []],
  ["a type", [{ type: "floe.storage" }]],
  ["a key", ["floe.storage:disk"]],
  ["a range", [{ type: "floe.storage", version: ">1.2 <3" }]],
  ["an optional plugin", [{ name: "lake", optional: true }]],
  ["a range that nobody can read, which is a mistake of the plugin's", [{ type: "floe.storage", version: "one" }]],
])("ensureResolved is content with a plugin that needs %s", (_, dependencies) => {
  expect(ensured(dependencies)).not.toThrow();
});

test("ensureResolved names everything that nothing stands in for, and says what to do", () => {
  expect(ensured(["lake", "floe.secret:vault"])).toThrow(
    expect.objectContaining({
      code: "FLOE_CONTRACT_SETUP",
      message: "Cannot try the contract: nothing stands in for floe.secret:vault; nothing stands in for lake",
      hint: "State what stands in for the plugin's dependencies as `dependencies`.",
    }),
  );
});

test("ensureResolved takes what is stated to stand in", () => {
  expect(ensured(["lake"], { "floe.storage": { lake: FakeStorage } })).not.toThrow();
});

test("ensureResolved refuses several that may be meant, and a version that does not fit", () => {
  expect(ensured(["lake"], { "floe.storage": { lake: FakeStorage }, "floe.catalogs": { lake: FakeStorage } })).toThrow(
    "lake may be floe.catalogs:lake or floe.storage:lake",
  );
  expect(ensured([{ name: "lake", version: "^2.0.0" }], { "floe.storage": { lake: FakeStorage } })).toThrow(
    "floe.storage:lake is there in version 1.0.0, not ^2.0.0",
  );
});

test("ensureResolved leaves a plugin that discovery refuses to the clause about that", () => {
  expect(() => ensureResolved(subjectOf(SoundCompute, { version: "one" }))).not.toThrow();
});
