import { once } from "node:events";
import { createServer } from "node:net";
import { PluginRegistry } from "floe-core";
import { describe, expect, test } from "vitest";
import { fakeClock } from "../../../src/clock/fake-clock.ts";
import { mockDiscovery } from "../../../src/discovery/mock-discovery.ts";
import { FakeCompute } from "../../../src/fakes/fake-compute.ts";
import { fakeClass } from "../../../src/fakes/fake-plugin.ts";
import { FakeStorage } from "../../../src/fakes/fake-storage.ts";
import type { LeakError } from "../../../src/registry/leak-error.ts";
import { createTestRegistry, type TestRegistry } from "../../../src/registry/test-registry.ts";

/** What disposing of the registry fails with; undefined if it does not. */
async function leakOf(registry: TestRegistry): Promise<LeakError | undefined> {
  try {
    await registry[Symbol.asyncDispose]();
    return undefined;
  } catch (error) {
    return error as LeakError;
  }
}

describe("createTestRegistry", () => {
  test("createTestRegistry knows its plugins at once, and no others", async () => {
    await using registry = createTestRegistry({ plugins: { "floe.computes": { fake: FakeCompute } } });
    expect(registry).toBeInstanceOf(PluginRegistry);
    expect(registry.list().map(({ key }) => key)).toEqual(["floe.computes:fake"]);
    expect(registry.discoverAll()).toMatchObject({ packagesRead: 0 });
  });

  test("createTestRegistry passes verdicts and conflicts on", async () => {
    await using registry = createTestRegistry({
      skipped: [{ code: "entry_not_found" }],
      conflicts: { "floe.computes:x": ["a", "b"] },
    });
    expect(registry.discoverAll()).toMatchObject({
      skipped: [{ code: "entry_not_found" }],
      conflicts: [{ key: "floe.computes:x" }],
    });
  });

  test("createTestRegistry asks further sources besides its table", async () => {
    const sources = [mockDiscovery({ "floe.storage": { disk: FakeStorage } })];
    await using registry = createTestRegistry({ plugins: { "floe.computes": { fake: FakeCompute } }, sources });
    expect(registry.list().map(({ key }) => key)).toEqual(["floe.computes:fake", "floe.storage:disk"]);
  });

  test("createTestRegistry keeps what is logged", async () => {
    await using registry = createTestRegistry({ skipped: [{ code: "block_invalid", message: "the verdict" }] });
    expect(registry.logs).toContainEqual({
      level: "warn",
      message: "the verdict",
      fields: expect.objectContaining({ code: "block_invalid" }) as unknown,
    });
  });

  test("createTestRegistry has limits shorter than a registry's own, which can be set", async () => {
    const hanging = fakeClass("floe.computes", { startup: () => new Promise(() => {}) });
    await using registry = createTestRegistry({ plugins: { "floe.computes": { hanging } }, startupTimeoutMs: 5 });
    await expect(registry.activate("floe.computes", "hanging")).rejects.toMatchObject({
      code: "FLOE_PLUGIN_TIMEOUT",
      limitMs: 5,
    });
  });

  test("createTestRegistry stops what is active when it is disposed of", async () => {
    const registry = createTestRegistry({ plugins: { "floe.computes": { fake: FakeCompute } } });
    await registry.activate("floe.computes", "fake");
    const plugin = await registry.get("floe.computes", "fake");
    expect(await leakOf(registry)).toBeUndefined();
    expect(plugin).toMatchObject({ calls: [{ hook: "startup" }, { hook: "shutdown" }] });
    expect(await leakOf(registry)).toBeUndefined();
  });

  test("createTestRegistry fails for a plugin that could not be stopped, and names it", async () => {
    const stuck = fakeClass("floe.computes", {
      shutdown: () => {
        throw new Error("stuck");
      },
    });
    const registry = createTestRegistry({ plugins: { "floe.computes": { stuck } } });
    await registry.activateAll();
    const leak = await leakOf(registry);
    expect(leak).toMatchObject({ code: "FLOE_TEST_LEAK", plugins: [{ key: "floe.computes:stuck" }], resources: [] });
    expect(leak?.message).toContain("stuck");
  });

  test("createTestRegistry does not fail for a plugin whose failed stop the test has seen", async () => {
    const stuck = fakeClass("floe.computes", {
      shutdown: () => {
        throw new Error("stuck");
      },
    });
    const registry = createTestRegistry({ plugins: { "floe.computes": { stuck } } });
    await registry.activateAll();
    expect(await registry.shutdownAll()).toMatchObject({ ok: false });
    expect(await leakOf(registry)).toBeUndefined();
  });

  test("createTestRegistry fails for a timer that a plugin left, and names the place", async () => {
    const timers: NodeJS.Timeout[] = [];
    const leaking = fakeClass("floe.computes", {
      startup: async () => {
        await Promise.resolve();
        timers.push(setInterval(() => {}, 60_000));
      },
    });
    const registry = createTestRegistry({ plugins: { "floe.computes": { leaking } } });
    await registry.activateAll();
    const leak = await leakOf(registry);
    for (const timer of timers) clearInterval(timer);
    expect(leak).toMatchObject({ plugins: [], resources: [{ type: "Timeout" }] });
    expect(leak?.message).toContain("test-registry.test.ts");
  });

  test("createTestRegistry does not mind timers that the test itself has", async () => {
    const registry = createTestRegistry({ plugins: { "floe.computes": { fake: FakeCompute } } });
    const timer = setInterval(() => {}, 60_000);
    await registry.activateAll();
    expect(await leakOf(registry)).toBeUndefined();
    clearInterval(timer);
  });

  test("createTestRegistry minds nothing where the test says so", async () => {
    const timers: NodeJS.Timeout[] = [];
    const leaking = fakeClass("floe.computes", {
      startup: () => {
        timers.push(setInterval(() => {}, 60_000));
      },
      shutdown: () => {
        throw new Error("stuck");
      },
    });
    const registry = createTestRegistry({ plugins: { "floe.computes": { leaking } }, leaks: "ignore" });
    await registry.activateAll();
    expect(await leakOf(registry)).toBeUndefined();
    for (const timer of timers) clearInterval(timer);
  });

  test("createTestRegistry finds on a fake clock what it finds without one: timers, and real handles", async () => {
    using _clock = fakeClock();
    const server = createServer();
    const leaking = fakeClass("floe.computes", {
      startup: async () => {
        await once(server.listen(0, "127.0.0.1"), "listening");
        setInterval(() => {}, 60_000);
        clearTimeout(setTimeout(() => {}, 60_000));
        setTimeout(() => {}, 60_000).unref();
      },
    });
    const registry = createTestRegistry({ plugins: { "floe.computes": { leaking } } });
    await registry.activateAll();
    const leak = await leakOf(registry);
    server.close();
    expect(leak?.resources).toMatchObject([{ type: "TCPSERVERWRAP" }, { type: "Timeout" }]);
    expect(leak?.resources[1]?.at).toContain("test-registry.test.ts");
  });

  test("createTestRegistry finds what a timer of the fake clock has left in its turn", async () => {
    using clock = fakeClock();
    const leaking = fakeClass("floe.computes", { startup: () => void setTimeout(() => setInterval(() => {}, 60_000), 10) });
    const registry = createTestRegistry({ plugins: { "floe.computes": { leaking } } });
    await registry.activateAll();
    await clock.tick(10);
    expect(await leakOf(registry)).toMatchObject({ resources: [{ type: "Timeout" }] });
  });

  test("createTestRegistry does not hang on a fake clock for a plugin that hangs, and leaves nothing of its own", async () => {
    using clock = fakeClock({ now: 0 });
    const hanging = fakeClass("floe.computes", { shutdown: () => new Promise(() => {}) });
    const registry = createTestRegistry({ plugins: { "floe.computes": { hanging } }, shutdownTimeoutMs: 30_000 });
    await registry.activateAll();
    expect(await leakOf(registry)).toMatchObject({ plugins: [{ key: "floe.computes:hanging" }], resources: [] });
    expect(clock.now).toBeGreaterThanOrEqual(30_000);
  });
});
