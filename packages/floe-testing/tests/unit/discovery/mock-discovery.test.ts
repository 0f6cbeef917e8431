import { FLOE_PLUGIN_API_VERSION, PluginRegistry } from "floe-core";
import { describe, expect, test } from "vitest";
import { mockDiscovery, type MockDiscoveryOptions } from "../../../src/discovery/mock-discovery.ts";
import { FakeCompute } from "../../../src/fakes/fake-compute.ts";
import { FakeSecrets } from "../../../src/fakes/fake-secrets.ts";

function discovered(...args: Parameters<typeof mockDiscovery>): PluginRegistry {
  const registry = new PluginRegistry({ sources: [mockDiscovery(...args)] });
  registry.discoverAll();
  return registry;
}

describe("mockDiscovery", () => {
  test("mockDiscovery finds what its table holds, and gives it an identity", async () => {
    const registry = discovered({ "floe.computes": { one: FakeCompute, two: FakeCompute } });
    expect(registry.listAll()["floe.computes"]).toEqual(["one", "two"]);
    await expect(registry.get("floe.computes", "two")).resolves.toMatchObject({ name: "two", version: "1.0.0" });
  });

  test("mockDiscovery takes the long form with everything a manifest can say", () => {
    const entry = {
      load: FakeCompute,
      version: "2.0.0",
      apiVersion: "1.0",
      description: "text",
      dependencies: ["floe.secrets:s"],
      package: "p",
    };
    const registry = discovered({ "floe.computes": { fake: entry }, "floe.secrets": { s: FakeSecrets } });
    expect(registry.list("floe.computes")).toMatchObject([
      { version: "2.0.0", apiVersion: "1.0", description: "text", dependencies: ["floe.secrets:s"], package: { name: "p" } },
    ]);
  });

  test("mockDiscovery states the plugin API for a class alone, and leaves the long form as it is", () => {
    const registry = discovered({ "floe.computes": { long: { load: FakeCompute }, short: FakeCompute } });
    expect(registry.list().map(({ apiVersion }) => apiVersion)).toEqual([undefined, FLOE_PLUGIN_API_VERSION]);
  });

  test("mockDiscovery without a table finds nothing", () => {
    const report = new PluginRegistry({ sources: [mockDiscovery()] }).discoverAll();
    expect(report).toMatchObject({ entryPoints: [], skipped: [], conflicts: [], packagesRead: 0 });
  });

  test("mockDiscovery reports verdicts of which only the code is stated", () => {
    const options: MockDiscoveryOptions = {
      skipped: [{ code: "entry_not_found", path: "floe.computes.lost", remedy: "Build it." }, { code: "block_invalid" }],
    };
    const report = new PluginRegistry({ sources: [mockDiscovery({}, options)] }).discoverAll();
    expect(report.skipped).toMatchObject([
      { code: "block_invalid", package: "mock-plugins", path: "" },
      { code: "entry_not_found", package: "mock-plugins", path: "floe.computes.lost", remedy: "Build it." },
    ]);
  });

  test("mockDiscovery makes a real conflict of packages that offer one key", async () => {
    const conflicts = { "floe.computes:duckdb": ["package-a", "package-b"] };
    const registry = discovered({ "floe.computes": { other: FakeCompute } }, { conflicts });
    expect(registry.discoverAll().conflicts).toMatchObject([
      { key: "floe.computes:duckdb", candidates: [{ name: "package-a" }, { name: "package-b" }] },
    ]);
    await expect(registry.get("floe.computes", "duckdb")).rejects.toMatchObject({ code: "FLOE_PLUGIN_DUPLICATE" });
    expect(registry.listAll()["floe.computes"]).toEqual(["duckdb", "other"]);
  });

  test("mockDiscovery lets every package of a conflict offer what the table has under the key", async () => {
    class Special extends FakeCompute {}
    const conflicts = { "floe.computes:duckdb": ["package-a", "package-b"] };
    const prefer = { "floe.computes:duckdb": "package-b" };
    const registry = discovered({ "floe.computes": { duckdb: Special, other: FakeCompute } }, { conflicts, prefer });
    expect(registry.discoverAll().conflicts).toEqual([]);
    await expect(registry.get("floe.computes", "duckdb")).resolves.toBeInstanceOf(Special);
    expect(registry.list("floe.computes")[0]).toMatchObject({ name: "duckdb", package: { name: "package-b" } });
  });

  test("mockDiscovery refuses a conflict for a key that nothing is known of", () => {
    expect(() => mockDiscovery({}, { conflicts: { "floe.widgets:w": ["a", "b"] } })).toThrow(/floe\.widgets:w/);
    expect(() => mockDiscovery({}, { conflicts: { ["no-key" as `${string}:${string}`]: ["a"] } })).toThrow(RangeError);
  });
});
