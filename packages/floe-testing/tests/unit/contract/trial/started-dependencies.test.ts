import { expect, test } from "vitest";
import { SoundCompute } from "../../../../src/broken/sound-compute.ts";
import { startedDependencies } from "../../../../src/contract/trial/started-dependencies.ts";
import { FakeStorage } from "../../../../src/fakes/fake-storage.ts";
import { inTrial, subjectOf } from "../../../support/try-clause.ts";

test("startedDependencies starts what the plugin depends on, and not the plugin", async () => {
  const subject = subjectOf(SoundCompute, { dependencies: [{ type: "floe.storage" }, "floe.secrets:vault"] });
  await inTrial(subject, async (trial) => {
    const started = await startedDependencies(trial);
    expect([...started.keys()].sort()).toEqual(["floe.secrets:vault", "floe.storage:fake"]);
    expect(started.get("floe.storage:fake")).toBeInstanceOf(FakeStorage);
    expect(trial.registry.list().map(({ key, state }) => [key, state])).toEqual([
      ["floe.computes:mine", "discovered"],
      ["floe.secrets:vault", "active"],
      ["floe.storage:fake", "active"],
    ]);
  });
});

test("startedDependencies has an optional plugin only if the test has put one there", async () => {
  const entry = { dependencies: [{ type: "floe.storage", name: "disk", optional: true }] };
  const given = { "floe.storage": { disk: FakeStorage } };
  expect((await inTrial(subjectOf(SoundCompute, entry), startedDependencies)).size).toBe(0);
  expect([...(await inTrial(subjectOf(SoundCompute, entry, given), startedDependencies)).keys()]).toEqual(["floe.storage:disk"]);
});
