import { silentLogger } from "floe-core";
import { expect, test } from "vitest";
import { SoundCompute } from "../../../../src/broken/sound-compute.ts";
import { tableSubject } from "../../../../src/contract/subject/table-subject.ts";
import { FakeStorage } from "../../../../src/fakes/fake-storage.ts";
import { collectingLogger } from "../../../../src/registry/collecting-logger.ts";

const OPTIONS = { cwd: process.cwd(), logger: silentLogger, limitMs: 1000 };

test("tableSubject opens a registry that has discovered the plugin, and what it depends on", () => {
  const entry = { load: SoundCompute, version: "1.0.0", dependencies: ["lake", { type: "floe.secrets" }] };
  const dependencies = { "floe.storage": { lake: FakeStorage } };
  const subject = tableSubject({ type: "floe.computes", name: "mine", entry, dependencies });
  expect(subject.key).toBe("floe.computes:mine");
  expect(subject.open(OPTIONS).resolve(["floe.computes:mine"])).toMatchObject({
    order: ["floe.secrets:fake", "floe.storage:lake", "floe.computes:mine"],
    missing: [],
  });
});

test("tableSubject opens another registry each time, with instances of its own", async () => {
  const subject = tableSubject({ type: "floe.computes", name: "mine", entry: { load: SoundCompute, apiVersion: "1.0" } });
  const [one, other] = [subject.open(OPTIONS), subject.open(OPTIONS)];
  expect(await one.get("floe.computes", "mine")).not.toBe(await other.get("floe.computes", "mine"));
});

test("tableSubject hands its registry the folder, the logger and the limits", async () => {
  class Hanging extends SoundCompute {
    override startup(): Promise<void> {
      return new Promise(() => {});
    }
  }
  const { logger, logs } = collectingLogger();
  const subject = tableSubject({ type: "floe.computes", name: "mine", entry: { load: Hanging, apiVersion: "1.0" } });
  const registry = subject.open({ cwd: "/somewhere", logger, limitMs: 20 });
  await expect(registry.activate("floe.computes", "mine")).rejects.toMatchObject({ code: "FLOE_PLUGIN_TIMEOUT" });
  expect(await registry.get("floe.computes", "mine")).toMatchObject({ baseDir: "/somewhere" });
  expect(logs).not.toEqual([]);
});

test("tableSubject lets discovery refuse dependencies that are no list", () => {
  const entry = { load: SoundCompute, dependencies: "lake" as never };
  const registry = tableSubject({ type: "floe.computes", name: "mine", entry }).open(OPTIONS);
  expect(registry.list()).toEqual([]);
});
