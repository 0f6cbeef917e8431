import { isPluginError, PluginRegistry, type PluginKey } from "floe-core";
import { brokenPlugins, createTempProject, mockDiscovery, type BrokenPlugin } from "floe-testing";
import { describe, expect, test } from "vitest";

/* Every broken plugin of floe-testing that the registry can see through: it fails where it should, as it should. */

const seen = brokenPlugins.filter(({ expected }) => expected.step !== "none" && expected.step !== "discover");
const LIMITS = { startupTimeoutMs: 300, shutdownTimeoutMs: 300, healthTimeoutMs: 300 };

interface Watched {
  readonly registry: PluginRegistry;
  readonly cleanUp: () => void;
}

function registryFor({ source, type, name }: BrokenPlugin): Watched {
  if (source.kind === "entry") {
    const registry = new PluginRegistry({ ...LIMITS, sources: [mockDiscovery({ [type]: { [name]: source.entry } })] });
    return { registry, cleanUp: () => undefined };
  }
  const project = createTempProject({ packages: { broken: source.package } });
  return { registry: new PluginRegistry({ ...LIMITS, cwd: project.path }), cleanUp: () => project.remove() };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "no error",
    (error: unknown) => (isPluginError(error) ? error.code : `not a floe error: ${String(error)}`),
  );
}

/** Takes a broken plugin as far as it should come, and says how that ended. */
async function follow(plugin: BrokenPlugin, registry: PluginRegistry): Promise<unknown> {
  const { type, name, expected, config } = plugin;
  const key: PluginKey = `${type}:${name}`;
  registry.discoverAll();
  if (expected.step === "load") return codeOf(registry.get(type, name));
  if (config !== undefined && expected.step !== "configure") await registry.configure(type, name, config);
  if (expected.step === "configure") return codeOf(registry.configure(type, name, config ?? {}));
  if (expected.step === "start") return codeOf(registry.activate(type, name));
  await registry.activate(type, name);
  if (expected.step === "check") {
    const { state, details } = await registry.healthCheck(type, name);
    return { state, reason: details["reason"] };
  }
  const report = await registry.shutdownAll();
  return report.plugins.find((entry) => entry.key === key)?.error?.code ?? "no error";
}

describe("a registry that meets", () => {
  test.each(seen.map((plugin) => [plugin.title, plugin] as const))("a plugin %s refuses it as it should", async (_, plugin) => {
    const { registry, cleanUp } = registryFor(plugin);
    try {
      const { expected } = plugin;
      const ending = await follow(plugin, registry);
      if (expected.step === "check") expect(ending).toEqual({ state: expected.state, reason: expected.reason });
      else if ("code" in expected) expect(ending).toBe(expected.code);
      await registry.shutdownAll();
      expect(registry.list().filter(({ state }) => state === "active")).toEqual([]);
    } finally {
      cleanUp();
      plugin.cleanUp?.();
    }
  });
});
