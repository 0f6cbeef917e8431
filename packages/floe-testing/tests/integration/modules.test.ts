import { packageScan } from "floe-core";
import { brokenPlugins, createTempProject, createTestRegistry, soundPlugins } from "floe-testing";
import { describe, expect, test, vi } from "vitest";
import { observe } from "../support/observe.ts";

const broken = brokenPlugins.filter(({ source }) => source.kind === "package");

describe("brokenPlugins", () => {
  test.each(broken.map((plugin) => [plugin.id, plugin] as const))("brokenPlugins %s meets what it is said to meet", async (_, plugin) => {
    if (plugin.source.kind !== "package") throw new Error("only packages were chosen");
    // What a module prints belongs into no test's output.
    const print = vi.spyOn(console, "log").mockReturnValue(undefined);
    using project = createTempProject({ packages: { "broken-package": plugin.source.package } });
    const registry = createTestRegistry({
      cwd: project.path,
      sources: [packageScan()],
      startupTimeoutMs: 300,
      leaks: "ignore",
    });
    try {
      const { outcome } = await observe(plugin, registry, (call) => call);
      expect(outcome).toEqual(plugin.expected);
    } finally {
      await registry[Symbol.asyncDispose]();
      plugin.cleanUp?.();
      print.mockRestore();
    }
  });
});

describe("soundPlugins", () => {
  test.each(soundPlugins.map((plugin) => [plugin.id, plugin] as const))(
    "soundPlugins %s is loaded, started, healthy and stopped",
    async (_, { id, type, package: sound }) => {
      using project = createTempProject({ packages: { "sound-package": sound } });
      await using registry = createTestRegistry({ cwd: project.path, sources: [packageScan()] });
      await registry.activate(type, id);
      expect(await registry.healthCheckAll()).toMatchObject({ overall: "healthy" });
      expect(await registry.shutdownAll()).toMatchObject({ ok: true });
    },
  );
});
