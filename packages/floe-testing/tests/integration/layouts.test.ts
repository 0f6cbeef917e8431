import { PluginRegistry } from "floe-core";
import { createTempProject, loaderTrap, pluginPackage, IN_PROCESS_LAYOUTS } from "floe-testing";
import { expect, test } from "vitest";

test.each(IN_PROCESS_LAYOUTS)("createTempProject %s: a plugin is discovered without an import, loaded, started, healthy and stopped", async (layout) => {
  using trap = loaderTrap();
  using project = createTempProject({
    layout,
    packages: {
      preset: { floe: {} },
      store: pluginPackage({ type: "floe.storage", name: "store", before: trap.statement("store"), package: { of: "preset" } }),
      engine: pluginPackage({
        type: "floe.computes",
        name: "engine",
        dependencies: ["floe.storage:store"],
        before: trap.statement("engine"),
      }),
    },
  });
  await using registry = new PluginRegistry({ cwd: project.path });
  registry.discoverAll();
  expect(registry.resolve().order).toEqual(["floe.storage:store", "floe.computes:engine"]);
  expect([trap.imported(), [...trap.notImported()].sort()]).toEqual([[], ["engine", "store"]]);
  await registry.activate("floe.computes", "engine");
  expect([...trap.imported()].sort()).toEqual(["engine", "store"]);
  expect(await registry.healthCheckAll()).toMatchObject({ overall: "healthy" });
  const { ok, plugins } = await registry.shutdownAll();
  expect([ok, plugins.map(({ key }) => key)]).toEqual([true, ["floe.computes:engine", "floe.storage:store"]]);
});
