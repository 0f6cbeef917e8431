import { PluginRegistry } from "floe-core";
import { expect, test } from "vitest";
import { soundPlugins } from "../../../src/broken/sound-plugins.ts";
import { createTempProject } from "../../../src/temp-project/create-temp-project.ts";

test("soundPlugins have ids of their own, which are names of plugins", () => {
  const ids = soundPlugins.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("soundPlugins are all discovered, and nothing is said against them", () => {
  using project = createTempProject({
    packages: Object.fromEntries(soundPlugins.map((plugin) => [plugin.id, plugin.package])),
  });
  const report = new PluginRegistry({ cwd: project.path }).discoverAll();
  expect(report.skipped).toEqual([]);
  expect(report.conflicts).toEqual([]);
  expect(report.entryPoints.map(({ name }) => name)).toEqual(soundPlugins.map(({ id }) => id).sort());
});
