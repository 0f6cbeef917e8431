import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import type { DiscoverySource } from "../../../src/discovery/discovery-source.ts";
import { silentLogger } from "../../../src/logger.ts";
import { PluginRegistry } from "../../../src/registry/plugin-registry.ts";
import type { PluginRegistryOptions } from "../../../src/registry/registry-options.ts";
import { deferred } from "../../support/deferred.ts";
import { fakeSecrets, IDENTITY, SECRETS } from "../../support/fake-plugin.ts";
import { discovered, fakeSource, findings, type FakeEntry } from "../../support/fake-registry.ts";
import { publishedOn } from "../../support/published-on.ts";
import { thrownBy } from "../../support/thrown-by.ts";

/** A source whose entries a test can exchange between two discoveries. */
function changing(first: readonly FakeEntry[]): { entries: readonly FakeEntry[]; readonly source: DiscoverySource } {
  const held = {
    entries: first,
    source: { name: "changing", discover: () => findings(held.entries) },
  };
  return held;
}

function over(held: { readonly source: DiscoverySource }, options: PluginRegistryOptions = {}): PluginRegistry {
  const registry = new PluginRegistry({ cwd: "/app", sources: [held.source], ...options });
  registry.discoverAll();
  return registry;
}

const TWO_PACKAGES: readonly FakeEntry[] = [
  { name: "a", package: { name: "one", path: "/app/node_modules/one" } },
  { name: "a", package: { name: "two", path: "/app/node_modules/two" } },
];

const VERDICT = {
  code: "entry_not_found",
  package: "floe-bad",
  file: "/app/node_modules/floe-bad/package.json",
  path: "floe.secrets.bad",
  expected: "a file",
  found: "nothing",
  message: "Cannot use floe.secrets.bad: its file does not exist",
  remedy: "Build the package.",
} as const;

describe("discoverAll", () => {
  test("discoverAll asks its sources once, and answers the same report afterwards", () => {
    const discover = vi.fn(() => findings([{ name: "a" }]));
    const registry = new PluginRegistry({ sources: [{ name: "counted", discover }] });
    expect(discover).not.toHaveBeenCalled();
    const report = registry.discoverAll();
    expect(registry.discoverAll()).toBe(report);
    expect(discover).toHaveBeenCalledTimes(1);
    expect(report.entryPoints.map(({ key }) => key)).toStrictEqual(["floe.secrets:a"]);
    expect(Object.isFrozen(report)).toBe(true);
  });

  test("discoverAll tells its sources where, how far and for which groups to look", () => {
    const discover = vi.fn(() => findings([]));
    const types = [{ group: "floe.widgets", required: {} }];
    new PluginRegistry({ cwd: "/app", scope: "installed", types, sources: [{ name: "s", discover }] }).discoverAll();
    expect(discover).toHaveBeenCalledWith({
      cwd: "/app",
      scope: "installed",
      groups: expect.arrayContaining(["floe.secrets", "floe.widgets"]) as string[],
    });
  });

  test("discoverAll makes plugins known without loading them", () => {
    const load = vi.fn();
    const registry = discovered([{ name: "b", load }, { name: "a", load, type: IDENTITY }]);
    expect(registry.list().map(({ key, state }) => [key, state])).toStrictEqual([
      ["floe.identity:a", "discovered"],
      ["floe.secrets:b", "discovered"],
    ]);
    expect(load).not.toHaveBeenCalled();
  });

  test("discoverAll never throws for a source that does, and hides no other", () => {
    const bad: DiscoverySource = {
      name: "bad",
      discover: () => {
        throw new Error("disk on fire");
      },
    };
    const registry = new PluginRegistry({ sources: [bad, fakeSource([{ name: "a" }])] });
    expect(registry.discoverAll().skipped).toMatchObject([{ code: "source_failed" }]);
    expect(registry.has(SECRETS, "a")).toBe(true);
  });

  test("discoverAll passes over entries of a type that the registry does not know, with a verdict", () => {
    const registry = discovered([{ name: "a", type: "floe.widgets" }]);
    expect(registry.discoverAll().skipped).toMatchObject([{ code: "group_unknown" }]);
    expect(registry.list()).toStrictEqual([]);
  });

  test("discoverAll leaves a registered plugin in place and reports the conflict", async () => {
    const own = fakeSecrets("a");
    const registry = new PluginRegistry({ sources: [fakeSource([{ name: "a" }])] });
    registry.register(SECRETS, own);
    const report = registry.discoverAll();
    expect(report.conflicts).toStrictEqual([
      {
        key: "floe.secrets:a",
        candidates: [
          { name: "(registered)", version: "1.2.3", path: "", registered: true },
          { name: "floe-a", version: "1.2.3", path: "/app/node_modules/floe-a" },
        ],
        message: "floe.secrets:a is registered already; also offered by floe-a 1.2.3 (/app/node_modules/floe-a)",
        remedy: "The registered plugin stays. Remove the packages, or do not register the plugin.",
      },
    ]);
    expect(await registry.get(SECRETS, "a")).toBe(own);
    expect(registry.list()[0]).not.toHaveProperty("package");
  });

  test("discoverAll reports one conflict for a registered key that several packages offer, and sorts conflicts", () => {
    const other = TWO_PACKAGES.map((entry) => ({ ...entry, name: "b" }));
    const registry = new PluginRegistry({ sources: [fakeSource([...TWO_PACKAGES, ...other, { name: "c" }])] });
    registry.register(SECRETS, fakeSecrets("c"));
    registry.register(SECRETS, fakeSecrets("a"));
    expect(registry.discoverAll().conflicts.map(({ key, candidates }) => [key, candidates.length])).toStrictEqual([
      ["floe.secrets:a", 3],
      ["floe.secrets:b", 2],
      ["floe.secrets:c", 2],
    ]);
  });

  test("discoverAll logs each verdict and conflict as a warning, with its remedy", () => {
    const warn = vi.fn();
    const debug = vi.fn();
    const source = fakeSource(TWO_PACKAGES, { skipped: [VERDICT] });
    const registry = new PluginRegistry({ sources: [source], logger: { ...silentLogger, warn, debug } });
    const [conflict] = registry.discoverAll().conflicts;
    const { code, remedy, file, path } = VERDICT;
    expect(warn.mock.calls).toStrictEqual([
      [VERDICT.message, { code, remedy, file, path }],
      [conflict?.message, { key: "floe.secrets:a", remedy: conflict?.remedy }],
    ]);
    expect(debug).toHaveBeenCalledExactlyOnceWith("discovered plugins", {
      entryPoints: 2,
      packagesRead: 2,
      durationMs: expect.any(Number) as number,
    });
  });

  test("discoverAll publishes its report on floe.discover", async () => {
    const registry = new PluginRegistry({ sources: [fakeSource([{ name: "a" }])] });
    const events = await publishedOn("floe.discover", () => registry.discoverAll());
    expect(events).toStrictEqual([registry.discoverAll()]);
  });

  test("a registry's own prefer settles a conflict before the application's", () => {
    const source = fakeSource(TWO_PACKAGES, { prefer: { "floe.secrets:a": "one" } });
    const registry = new PluginRegistry({ sources: [source], prefer: { "floe.secrets:a": "two" } });
    expect(registry.discoverAll().conflicts).toStrictEqual([]);
    expect(registry.list()[0]?.package?.name).toBe("two");
  });
});

describe("rediscover", () => {
  test("rediscover reports what was added, removed and changed, each sorted", () => {
    const held = changing([{ name: "z" }, { name: "gone" }, { name: "newer" }, { name: "also-gone" }]);
    const registry = over(held);
    held.entries = [{ name: "z" }, { name: "newer", package: { version: "2.0.0" } }, { name: "y" }, { name: "x" }];
    const report = registry.rediscover();
    expect(report.changes).toStrictEqual({
      added: ["floe.secrets:x", "floe.secrets:y"],
      removed: ["floe.secrets:also-gone", "floe.secrets:gone"],
      changed: ["floe.secrets:newer"],
    });
    expect(report.entryPoints).toHaveLength(4);
    expect(registry.listAll()[SECRETS]).toStrictEqual(["newer", "x", "y", "z"]);
    expect(registry.list().find(({ name }) => name === "newer")?.version).toBe("2.0.0");
  });

  test("rediscover removes for good: an activation under way does not start it any more", async () => {
    const slow = deferred();
    const startup = vi.fn();
    const entry: FakeEntry = { name: "slow", behaviour: { startup: () => slow.promise } };
    const held = changing([entry, { name: "gone", dependencies: ["slow"], behaviour: { startup } }]);
    const registry = over(held);
    const started = registry.activateAll();
    await vi.waitFor(() => expect(registry.state(SECRETS, "slow")).toBe("starting"));
    held.entries = [entry];
    expect(registry.rediscover().changes.removed).toStrictEqual(["floe.secrets:gone"]);
    slow.resolve();
    expect((await started).plugins.map(({ error }) => error?.message)).toStrictEqual([
      undefined,
      "Cannot start plugin floe.secrets:gone: it was removed meanwhile",
    ]);
    expect(startup).not.toHaveBeenCalled();
    await registry.shutdownAll();
  });

  test("rediscover before the first discovery is the first discovery", () => {
    const registry = new PluginRegistry({ sources: [fakeSource([{ name: "a" }])] });
    expect(registry.rediscover().changes.added).toStrictEqual(["floe.secrets:a"]);
  });

  test("rediscover becomes what discoverAll answers", () => {
    const held = changing([{ name: "a" }]);
    const registry = over(held);
    const { changes: _, ...report } = registry.rediscover();
    expect(registry.discoverAll()).toStrictEqual(report);
  });

  test("rediscover without a change reports none", async () => {
    const registry = over(changing([{ name: "a" }, { name: "loaded" }]));
    await registry.get(SECRETS, "loaded");
    expect(registry.rediscover().changes).toStrictEqual({ added: [], removed: [], changed: [] });
  });

  test("rediscover leaves loaded and active plugins alone, and says once that they are gone", async () => {
    const held = changing([{ name: "loaded" }, { name: "active" }, { name: "changed" }]);
    const registry = over(held);
    const [loaded] = await Promise.all([
      registry.get(SECRETS, "loaded"),
      registry.activate(SECRETS, "active"),
      registry.get(SECRETS, "changed"),
    ]);
    held.entries = [{ name: "changed", package: { version: "2.0.0" } }];
    expect(registry.rediscover().changes).toStrictEqual({
      added: [],
      removed: ["floe.secrets:active", "floe.secrets:loaded"],
      changed: ["floe.secrets:changed"],
    });
    expect(registry.rediscover().changes.removed).toStrictEqual([]);
    expect(await registry.get(SECRETS, "loaded")).toBe(loaded);
    expect(registry.state(SECRETS, "active")).toBe("active");
    expect(registry.list().find(({ name }) => name === "changed")?.version).toBe("1.2.3");
  });

  test("rediscover leaves a plugin alone that is being loaded", async () => {
    const held = changing([{ name: "a" }]);
    const registry = over(held);
    const got = registry.get(SECRETS, "a");
    held.entries = [];
    registry.rediscover();
    expect(registry.find(SECRETS, "a")).toBeUndefined();
    expect(await got).toBe(registry.find(SECRETS, "a"));
  });

  test("rediscover goes on reporting a conflict that is still there, and notices that one side of it changed", () => {
    const held = changing(TWO_PACKAGES);
    const registry = over(held);
    const again = registry.rediscover();
    expect(again.conflicts.map(({ key }) => key)).toStrictEqual(["floe.secrets:a"]);
    expect(again.changes.changed).toStrictEqual([]);
    held.entries = TWO_PACKAGES.map((entry, index) => ({ ...entry, package: { ...entry.package, version: `${index}.0.0` } }));
    expect(registry.rediscover().changes.changed).toStrictEqual(["floe.secrets:a"]);
  });

  test("rediscover does not call a registered plugin removed when a package that offered its key is gone", () => {
    const held = changing([{ name: "own" }]);
    const registry = new PluginRegistry({ cwd: "/app", sources: [held.source] });
    registry.register(SECRETS, fakeSecrets("own"));
    registry.discoverAll();
    held.entries = [];
    expect(registry.rediscover().changes.removed).toStrictEqual([]);
    expect(registry.has(SECRETS, "own")).toBe(true);
  });

  test("rediscover leaves registered plugins alone", () => {
    const registry = over(changing([]));
    registry.register(SECRETS, fakeSecrets("own"));
    expect(registry.rediscover().changes.removed).toStrictEqual([]);
    expect(registry.has(SECRETS, "own")).toBe(true);
  });

  test("rediscover forgets a failure that importing had no part in", async () => {
    const held = changing([
      { name: "incompatible", apiVersion: "2.0" },
      { name: "vanished", file: "/nowhere/plugin.js", load: null },
    ]);
    const registry = over(held);
    await registry.getAll(SECRETS);
    expect(registry.list().map(({ state }) => state)).toStrictEqual(["failed", "failed"]);
    held.entries = [
      { name: "incompatible" },
      { name: "vanished", file: join(import.meta.dirname, "../../fixtures/modules/good.mjs"), load: null },
    ];
    registry.rediscover();
    expect(registry.list().map(({ state }) => state)).toStrictEqual(["discovered", "discovered"]);
    expect((await registry.getAll(SECRETS)).failures).toStrictEqual([]);
  });

  test("rediscover forgets such a failure although nothing seems to have changed", async () => {
    const registry = over(changing([{ name: "vanished", file: "/nowhere/plugin.js", load: null }]));
    const first = await thrownBy(() => registry.get(SECRETS, "vanished"));
    registry.rediscover();
    expect(registry.state(SECRETS, "vanished")).toBe("discovered");
    expect(await thrownBy(() => registry.get(SECRETS, "vanished"))).not.toBe(first);
  });

  test("rediscover remembers the failure of a module that was evaluated", async () => {
    const held = changing([{ name: "broken", load: () => Promise.reject(new Error("no")) }]);
    const registry = over(held);
    const first = await thrownBy(() => registry.get(SECRETS, "broken"));
    held.entries = [{ name: "broken", package: { version: "2.0.0" } }];
    expect(registry.rediscover().changes.changed).toStrictEqual(["floe.secrets:broken"]);
    expect(await thrownBy(() => registry.get(SECRETS, "broken"))).toBe(first);
  });

  test("rediscover settles a conflict that is gone", async () => {
    const held = changing(TWO_PACKAGES);
    const registry = over(held);
    await thrownBy(() => registry.get(SECRETS, "a"));
    held.entries = TWO_PACKAGES.slice(0, 1);
    registry.rediscover();
    expect((await registry.get(SECRETS, "a")).name).toBe("a");
  });

  test("rediscover resets a plugin that was blocked or failed without being imported", async () => {
    const registry = over(changing([{ name: "a", dependencies: ["absent"] }]));
    await registry.activateAll();
    expect(registry.state(SECRETS, "a")).toBe("failed");
    registry.rediscover();
    expect(registry.state(SECRETS, "a")).toBe("discovered");
  });
});
